using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>Grows forests on a training set: one forest for all horizons, whose leaves hold a mean for each.</summary>
internal static class ForestTrainer
{
    /// <summary>Trains. The forest depends on data, settings and seed, not on the number of threads.</summary>
    /// <exception cref="ModelException">A setting is out of range, or the data cannot be learned from.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Forest Fit(TrainingSet data, ForestSettings settings, int seed, CancellationToken cancellationToken)
    {
        settings.Check();
        settings = settings with { Threads = Math.Min(settings.Threads, data.Threads) };
        if (data.Features.Length != data.Count * data.FeatureNames.Count || data.Targets.Length != data.Count * data.Horizons.Count)
        {
            throw new ModelException(
                $"{data.Features.Length} values and {data.Targets.Length} targets are not {data.Count} rows of {data.FeatureNames.Count} features "
                + $"and {data.Horizons.Count} horizons.",
                "Give each row its features, its targets and a weight.");
        }

        TargetGuard.ThrowIfNaN(data);
        CheckWeights(data.Weights.Span);
        var matrix = BinnedMatrix.Make(data.Features, data.FeatureNames.Count, BinCuts.MaxBins, bundles: false, settings.Threads, cancellationToken);
        var rows = new ForestRows(matrix, data.Targets, data.Horizons.Count, data.Weights);
        var trees = new ForestTree[settings.Trees];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = settings.Threads };
        Parallel.For(
            0,
            trees.Length,
            options,
            () => new ForestGrower(rows, settings),
            (tree, _, grower) =>
            {
                trees[tree] = grower.Grow(seed, tree, cancellationToken);
                return grower;
            },
            _ => { });
        return new Forest(data.FeatureNames.Count, data.Horizons.Count, trees);
    }

    private static void CheckWeights(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (!(weights[row] >= 0 && double.IsFinite(weights[row])))
            {
                throw new ModelException($"Row {row} weighs {weights[row]}.", "Give every row a weight of zero or more.");
            }

            sum += weights[row];
        }

        if (!(sum > 0))
        {
            throw new ModelException($"None of {weights.Length} rows has a weight above zero.", "Give at least one row that counts.");
        }
    }
}
