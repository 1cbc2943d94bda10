using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Explanation;
using AraWeb.Engine.Models;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Training;

/// <summary>
/// What the members looked at from one fit to the next. A model that finds the same features important year after year has learned something that lasts; one
/// that changes its mind has learned noise. Members that cannot be taken apart are left out.
/// </summary>
public sealed class ImportanceLog
{
    /// <summary>Rows of each fit that are taken apart.</summary>
    private const int SampleRows = 64;

    /// <summary>[fits][M][H] the features' importance; null where a member was not fitted or cannot be taken apart.</summary>
    private readonly List<double[]?[][]> _fits = [];

    /// <summary>Notes what the members of one fit look at.</summary>
    /// <param name="data">What they learned from.</param>
    /// <param name="members">[M] the fitted members; null for one that failed.</param>
    /// <param name="seed">Chance, in the rows that are looked at.</param>
    /// <param name="cancellationToken">Checked at each member.</param>
    internal void Add(TrainingSet data, IReadOnlyList<IFittedForecaster?> members, int seed, CancellationToken cancellationToken)
    {
        var (width, horizons) = (data.FeatureNames.Count, data.Horizons.Count);
        var noted = members.Select(_ => new double[]?[horizons]).ToArray();
        _fits.Add(noted);
        var known = Enumerable.Range(0, members.Count).Where(m => members[m] is { } member && PooledExplainer.Knows(member)).ToArray();
        if (known.Length == 0 || data.Count == 0)
        {
            return;
        }

        var none = new PoolWeights(new double[known.Length], [.. Enumerable.Range(0, 4).Select(_ => new double[known.Length])]);
        var model = new PooledModel(
            string.Empty, data.FeatureNames, data.Horizons, [.. known.Select(m => members[m]!)], [.. data.Horizons.Select(_ => none)],
            DateTimeOffset.UnixEpoch);
        var explainer = new PooledExplainer(model);
        var rows = RowSample.Draw(data.Features.Span, width, SampleRows, seed);
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, known.Length, options, k =>
        {
            for (var h = 0; h < horizons; h++)
            {
                noted[known[k]][h] = FeatureImportance.OfMember(explainer, rows, width, k, h);
            }
        });
    }

    /// <summary>
    /// Mean rank correlation between one fit's importance and the next's, the members weighed; NaN with fewer than two fits, or where no weighed member can be
    /// taken apart.
    /// </summary>
    /// <param name="weights">[M] of the pool.</param>
    /// <param name="horizon">Position of the horizon.</param>
    public double Consistency(IReadOnlyList<double> weights, int horizon)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var correlations = new List<double>();
        double[]? last = null;
        foreach (var fit in _fits)
        {
            var now = Weighed(fit, weights, horizon);
            if (now is not null && last is not null && RankCorrelation.Of(last, now) is var correlation && !double.IsNaN(correlation))
            {
                correlations.Add(correlation);
            }

            last = now ?? last;
        }

        return correlations.Count > 0 ? correlations.Average() : double.NaN;
    }

    private static double[]? Weighed(double[]?[][] fit, IReadOnlyList<double> weights, int horizon)
    {
        double[]? sums = null;
        for (var m = 0; m < weights.Count; m++)
        {
            if (weights[m] == 0 || fit[m][horizon] is not { } own)
            {
                continue;
            }

            sums ??= new double[own.Length];
            for (var f = 0; f < own.Length; f++)
            {
                sums[f] += weights[m] * own[f];
            }
        }

        return sums;
    }
}
