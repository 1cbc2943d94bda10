using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Trees.Boosting.Objectives;
using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>What to boost and how hard to hold back. Defaults are those of XGBoost, LightGBM and CatBoost where these have the setting.</summary>
/// <param name="Algorithm">How trees grow.</param>
internal sealed record BoostingSettings(BoostingAlgorithm Algorithm)
{
    /// <summary>Deeper than this, a level's histograms would take more memory than they are worth.</summary>
    public const int DeepestLevel = 12;

    /// <summary>What is minimised.</summary>
    public IObjective Objective { get; init; } = new SquaredObjective();

    /// <summary>Trees at most, 1 or more.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>What each tree's values are multiplied by, in (0, 1].</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Questions on the longest way to a leaf, 1 to 12.</summary>
    public int MaxDepth { get; init; } = 6;

    /// <summary>Leaves of a tree that grows leaf by leaf, 2 or more.</summary>
    public int MaxLeaves { get; init; } = 31;

    /// <summary>Added to the second derivatives of a leaf: as many rows of unit weight that say zero.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>Taken from the absolute sum of first derivatives of a leaf.</summary>
    public double L1 { get; init; }

    /// <summary>Gain below which a node is not split (XGBoost's gamma).</summary>
    public double MinGain { get; init; }

    /// <summary>Least sum of second derivatives in a leaf; for squared loss the sum of sample weights.</summary>
    public double MinLeafWeight { get; init; } = 1;

    /// <summary>Share of rows drawn for each tree, in (0, 1].</summary>
    public double RowFraction { get; init; } = 1;

    /// <summary>Share of features drawn for each tree, in (0, 1].</summary>
    public double FeatureFraction { get; init; } = 1;

    /// <summary>Bins of a feature, 2 to 255.</summary>
    public int MaxBins { get; init; } = BinCuts.MaxBins;

    /// <summary>[F] 1 where the answer may only rise with the feature, -1 where it may only fall, 0 where it is free; empty when all are free.</summary>
    public IReadOnlyList<int> Monotone { get; init; } = [];

    /// <summary>Leaf-wise: share of rows with the largest gradients that is kept (GOSS); 0 turns sampling by gradient off.</summary>
    public double GossTop { get; init; }

    /// <summary>Leaf-wise: share of all rows that is drawn from the others.</summary>
    public double GossOther { get; init; } = 0.1;

    /// <summary>Oblivious: orders of the rows that gradients are taken along, 1 or more.</summary>
    public int Permutations { get; init; } = 3;

    /// <summary>Rounds without a better loss on the validation rows after which boosting stops.</summary>
    public int Patience { get; init; } = 50;

    /// <summary>Threads at once. The result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Refuses settings that make no sense.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="featureCount">F.</param>
    /// <exception cref="ArgumentException">The directions do not fit the features.</exception>
    /// <exception cref="InputException">Names the setting and its value.</exception>
    public static void Check(BoostingSettings settings, int featureCount)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (string Name, int Value, int Least, int Most)[] counts =
        [
            (nameof(Rounds), settings.Rounds, 1, int.MaxValue),
            (nameof(MaxDepth), settings.MaxDepth, 1, DeepestLevel),
            (nameof(MaxLeaves), settings.MaxLeaves, 2, int.MaxValue),
            (nameof(MaxBins), settings.MaxBins, 2, BinCuts.MaxBins),
            (nameof(Permutations), settings.Permutations, 1, int.MaxValue),
            (nameof(Patience), settings.Patience, 1, int.MaxValue),
            (nameof(Threads), settings.Threads, 1, int.MaxValue),
        ];
        foreach (var (name, value, least, most) in counts)
        {
            Require(value >= least && value <= most, name, value, most == int.MaxValue ? $"must be at least {least}" : $"must lie from {least} to {most}");
        }

        (string Name, double Value)[] shares =
        [
            (nameof(LearningRate), settings.LearningRate), (nameof(RowFraction), settings.RowFraction), (nameof(FeatureFraction), settings.FeatureFraction),
        ];
        foreach (var (name, value) in shares)
        {
            Require(value is > 0 and <= 1, name, value, "must lie above 0 and at most at 1");
        }

        (string Name, double Value)[] amounts =
        [
            (nameof(L2), settings.L2),
            (nameof(L1), settings.L1),
            (nameof(MinGain), settings.MinGain),
            (nameof(MinLeafWeight), settings.MinLeafWeight),
            (nameof(GossTop), settings.GossTop),
            (nameof(GossOther), settings.GossOther),
        ];
        foreach (var (name, value) in amounts)
        {
            Require(value >= 0 && double.IsFinite(value), name, value, "must be a number that is not negative");
        }

        Require(settings.GossTop + settings.GossOther <= 1, nameof(GossOther), settings.GossOther, $"and {nameof(GossTop)} must be at most 1 together");
        if (settings.Monotone.Count != 0 && (settings.Monotone.Count != featureCount || settings.Monotone.Any(sign => sign is < -1 or > 1)))
        {
            throw new ArgumentException($"{nameof(Monotone)} must name -1, 0 or 1 for each of {featureCount} features.", nameof(settings));
        }
    }

    private static void Require(bool holds, string name, double value, string rule)
    {
        if (!holds)
        {
            throw new InputException(name, value, $"The setting {rule}.");
        }
    }
}
