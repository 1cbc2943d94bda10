namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>A question found for a node.</summary>
/// <param name="Feature">The column; negative where there is no question that helps.</param>
/// <param name="Bin">Rows in this bin or a lower one go left.</param>
/// <param name="MissingLeft">Whether rows without a value go left.</param>
/// <param name="Score">Sum over sides and outputs of squared sums over weights: the larger, the smaller the squared error.</param>
internal readonly record struct ForestSplit(int Feature, int Bin, bool MissingLeft, double Score)
{
    /// <summary>No question; it must do better than the node as it is.</summary>
    public static ForestSplit None(double score) => new(-1, 0, false, score);
}
