using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>What a forest is grown with.</summary>
public sealed record ForestSettings
{
    private const int MostTrees = 20_000;
    private const int MostDepth = 64;
    private const int MostThreads = 1024;

    /// <summary>How thresholds are chosen.</summary>
    public required ForestKind Kind { get; init; }

    /// <summary>Number of trees.</summary>
    public required int Trees { get; init; }

    /// <summary>Most questions on the way to a leaf.</summary>
    public required int MaxDepth { get; init; }

    /// <summary>Fewest different rows in a leaf.</summary>
    public required int MinLeaf { get; init; }

    /// <summary>Features that a question chooses from.</summary>
    public required FeatureDraw Features { get; init; }

    /// <summary>Whether each tree learns from as many rows drawn with replacement; otherwise from all.</summary>
    public required bool Bootstrap { get; init; }

    /// <summary>Most training targets that a leaf keeps for <see cref="Forest.Quantiles"/>; 0 keeps none.</summary>
    public int LeafSample { get; init; }

    /// <summary>Threads at once; the forest is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Features that a question chooses from.</summary>
    internal int FeaturesOf(int count) => Features switch
    {
        FeatureDraw.SquareRoot => Math.Max(1, (int)Math.Sqrt(count)),
        FeatureDraw.Third => Math.Max(1, count / 3),
        _ => count,
    };

    /// <exception cref="ModelException">A setting is out of range.</exception>
    internal void Check()
    {
        Check(nameof(Trees), Trees, 1, MostTrees);
        Check(nameof(MaxDepth), MaxDepth, 1, MostDepth);
        Check(nameof(MinLeaf), MinLeaf, 1, int.MaxValue);
        Check(nameof(LeafSample), LeafSample, 0, int.MaxValue);
        Check(nameof(Threads), Threads, 1, MostThreads);
    }

    private static void Check(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new ModelException($"The forest's {name} is {value}.", $"Choose {name} from {least} to {most}.");
        }
    }
}
