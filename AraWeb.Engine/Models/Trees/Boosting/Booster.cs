using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// Gradient boosting (Friedman 2001) on histograms: tree after tree, each a step down the loss. Deterministic for a seed at any number of threads. Rows and
/// features must fit in memory.
/// </summary>
internal static class Booster
{
    /// <summary>Bins features, then boosts.</summary>
    /// <param name="features">[N * F] row by row; NaN means unknown.</param>
    /// <param name="featureCount">F.</param>
    /// <param name="targets">[N].</param>
    /// <param name="weights">[N] not negative.</param>
    /// <param name="settings">What to boost.</param>
    /// <param name="seed">Fixes all draws.</param>
    /// <param name="cancellationToken">Stops it within a tenth of a second.</param>
    /// <exception cref="ModelException">The rows cannot be learned from; says which and why.</exception>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    public static BoostingFit Fit(
        ReadOnlyMemory<double> features,
        int featureCount,
        ReadOnlyMemory<double> targets,
        ReadOnlyMemory<double> weights,
        BoostingSettings settings,
        int seed,
        CancellationToken cancellationToken)
    {
        var matrix = MakeMatrix(features, featureCount, settings, cancellationToken);
        return Fit(new BoostingRows(matrix, targets, weights), settings, seed, validation: null, cancellationToken);
    }

    /// <summary>Bins features as the settings ask; the matrix serves any number of fits with other targets.</summary>
    public static BinnedMatrix MakeMatrix(
        ReadOnlyMemory<double> features, int featureCount, BoostingSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var bundles = settings.Algorithm == BoostingAlgorithm.Leafwise;
        return BinnedMatrix.Make(features, featureCount, settings.MaxBins, bundles, settings.Threads, cancellationToken);
    }

    /// <summary>Boosts on rows that are binned already.</summary>
    /// <param name="data">What to learn from.</param>
    /// <param name="settings">What to boost.</param>
    /// <param name="seed">Fixes all draws.</param>
    /// <param name="validation">Rows to stop by; null runs all rounds.</param>
    /// <param name="cancellationToken">Stops it within a tenth of a second.</param>
    /// <exception cref="ModelException">The rows cannot be learned from; says which and why.</exception>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    public static BoostingFit Fit(BoostingRows data, BoostingSettings settings, int seed, ValidationRows? validation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var width = data.Matrix.Features.Length;
        BoostingSettings.Check(settings, width);
        cancellationToken.ThrowIfCancellationRequested();
        data.Check();
        settings.Objective.Check(data.Targets.Span);
        var start = settings.Objective.Start(data.Targets.Span, data.Weights.Span);
        var usable = Enumerable.Range(0, width).Where(feature => data.Matrix.Features[feature].CanSplit).ToArray();
        var trees = new List<DecisionTree>();
        var stop = new EarlyStop(validation, settings, width, start);
        if (usable.Length == 0 || data.Targets.Span.IndexOfAnyExcept(data.Targets.Span[0]) < 0)
        {
            return new BoostingFit(new TreeEnsemble(width, start, trees), BoostingStatus.NothingToGain, 0, stop.Losses);
        }

        var draw = new RowDraw(settings, data.Matrix.Rows, usable, seed);
        var maker = MakeRounds(data, settings, draw, start, seed);
        var scores = new double[data.Matrix.Rows];
        Array.Fill(scores, start);
        var (status, rounds) = (BoostingStatus.AllRounds, 0);
        while (rounds < settings.Rounds && status == BoostingStatus.AllRounds)
        {
            var tree = maker.Next(scores, rounds, cancellationToken);
            rounds++;
            if (tree is null)
            {
                // Where nothing is drawn the next round would be the same.
                status = draw.IsRandom || settings.Algorithm == BoostingAlgorithm.Oblivious ? status : BoostingStatus.NothingToGain;
                continue;
            }

            trees.Add(tree);
            status = stop.IsDue(tree, trees.Count, cancellationToken) ? BoostingStatus.StoppedEarly : status;
        }

        return new BoostingFit(new TreeEnsemble(width, start, [.. trees.Take(stop.BestCount ?? trees.Count)]), status, rounds, stop.Losses);
    }

    private static IRoundMaker MakeRounds(BoostingRows data, BoostingSettings settings, RowDraw draw, double start, int seed) => settings.Algorithm switch
    {
        BoostingAlgorithm.Depthwise => new PlainRounds(data, settings, new DepthwiseGrower(data.Matrix, settings), draw),
        BoostingAlgorithm.Leafwise => new PlainRounds(data, settings, new LeafwiseGrower(data.Matrix, settings), draw),
        _ => new OrderedRounds(data, settings, new ObliviousGrower(data.Matrix, settings), draw, start, seed),
    };
}
