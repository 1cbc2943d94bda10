namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>
/// Settings for noisy returns, by the number of rows: shallow trees with large leaves, because what can be learned about the sign of a return is little.
/// </summary>
internal static class ForestDefaults
{
    private const int Trees = 200;
    private const int MaxDepth = 8;
    private const int MinLeaf = 100;
    private const int LeavesOfSmallSets = 8;

    /// <summary>The settings.</summary>
    /// <param name="kind">Which forest.</param>
    /// <param name="rows">N; below 800 a leaf holds an eighth of them instead of 100.</param>
    public static ForestSettings For(ForestKind kind, int rows) => new()
    {
        Kind = kind,
        Trees = Trees,
        MaxDepth = MaxDepth,
        MinLeaf = Math.Clamp(rows / LeavesOfSmallSets, 1, MinLeaf),
        Features = FeatureDraw.SquareRoot,
        Bootstrap = kind == ForestKind.RandomForest,
    };
}
