using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// Boosts standardised returns: one ensemble for each horizon on features that are binned once. Such returns are nearly all noise, so targets are held
/// within a few deviations, the base is shrunk towards zero, and settings hold back hard; with few rows harder.
/// </summary>
internal static class ReturnBoosting
{
    /// <summary>Targets beyond this many deviations count as this: one bar must not steer a tree.</summary>
    private const double MostDeviations = 5;

    /// <summary>
    /// Prior standard deviation of the mean per bar in deviations of a bar: an annual Sharpe ratio of 0.32, as in the drift baseline.
    /// </summary>
    private const double PriorDeviation = 0.02;

    /// <summary>Below this there is nothing to divide.</summary>
    private const int LeastRows = 30;

    /// <summary>From here on the full number of rounds is run.</summary>
    private const int RowsForAllRounds = 4000;

    private const int AllRounds = 100;
    private const int FewestRounds = 10;
    private const double LargestLeafWeight = 400;
    private const double SmallestLeafWeight = 20;
    private const int LeavesInAll = 10;

    /// <summary>Levels of a tree; a tree that grows leaf by leaf has as many leaves, but may put them deeper, or it would be the same tree.</summary>
    private const int LevelDepth = 3;

    private const int LeafwiseDepth = 6;

    /// <summary>The default settings for as many rows.</summary>
    public static BoostingSettings SettingsFor(BoostingAlgorithm algorithm, int rows) => new(algorithm)
    {
        Rounds = Math.Clamp(AllRounds * rows / RowsForAllRounds, FewestRounds, AllRounds),
        LearningRate = 0.02,
        MaxDepth = algorithm == BoostingAlgorithm.Leafwise ? LeafwiseDepth : LevelDepth,
        MaxLeaves = 1 << LevelDepth,
        L2 = 200,
        MinLeafWeight = Math.Clamp(rows / LeavesInAll, SmallestLeafWeight, LargestLeafWeight),
        RowFraction = 0.8,
        FeatureFraction = 0.7,
        MaxBins = 127,
    };

    /// <summary>Fits all horizons.</summary>
    /// <param name="id">The model's id.</param>
    /// <param name="data">What to learn from.</param>
    /// <param name="settings">What to boost.</param>
    /// <param name="seed">Fixes all draws.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ModelException">The rows cannot be learned from; says which and why.</exception>
    public static FittedTreeForecaster Fit(string id, TrainingSet data, BoostingSettings settings, int seed, CancellationToken cancellationToken)
    {
        Check(data);
        TargetGuard.ThrowIfNaN(data);
        settings = settings with { Threads = Math.Min(settings.Threads, data.Threads) };
        var weights = ScaleWeights(data.Weights.Span);
        var matrix = Booster.MakeMatrix(data.Features, data.FeatureNames.Count, settings, cancellationToken);
        var ensembles = new TreeEnsemble[data.Horizons.Count];
        for (var i = 0; i < ensembles.Length; i++)
        {
            var rows = new BoostingRows(matrix, Targets(data, i), weights);
            var fit = Booster.Fit(rows, settings, seed, validation: null, cancellationToken);
            var prior = 1 / (PriorDeviation * PriorDeviation * data.Horizons[i]);
            ensembles[i] = fit.Ensemble with { Base = fit.Ensemble.Base * data.Count / (data.Count + prior) };
        }

        return new FittedTreeForecaster(id, data.Horizons, ensembles);
    }

    private static void Check(TrainingSet data)
    {
        var (rows, features, horizons) = (data.Count, data.FeatureNames.Count, data.Horizons.Count);
        if (rows < LeastRows || features == 0 || horizons == 0)
        {
            throw new ModelException(
                $"{rows} rows of {features} features with {horizons} horizons are too few to boost.",
                $"Give at least {LeastRows} rows, one feature and one horizon: a longer period or more symbols.");
        }

        if (data.Features.Length != (long)rows * features || data.Targets.Length != (long)rows * horizons)
        {
            throw new ModelException(
                $"{rows} rows have {data.Features.Length} feature values and {data.Targets.Length} targets.",
                $"Give {features} values and {horizons} targets for each row.");
        }
    }

    private static double[] Targets(TrainingSet data, int horizon)
    {
        var targets = new double[data.Count];
        for (var row = 0; row < targets.Length; row++)
        {
            targets[row] = Math.Clamp(data.Targets.Span[(row * data.Horizons.Count) + horizon], -MostDeviations, MostDeviations);
        }

        return targets;
    }

    /// <summary>Weights with mean one, so that a leaf's weight counts rows; what is wrong with them is found later.</summary>
    private static double[] ScaleWeights(ReadOnlySpan<double> weights)
    {
        var scaled = weights.ToArray();
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        for (var i = 0; i < scaled.Length && sum > 0; i++)
        {
            scaled[i] *= scaled.Length / sum;
        }

        return scaled;
    }
}
