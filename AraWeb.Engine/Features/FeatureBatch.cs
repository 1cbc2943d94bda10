using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features;

/// <summary>Indicators over many series at once, on all cores: each thread composes the formulas once and takes series after series.</summary>
public static class FeatureBatch
{
    /// <summary>Computes.</summary>
    /// <param name="requests">What to compute.</param>
    /// <param name="series">Over which bars.</param>
    /// <param name="cancellationToken">Stops between two series.</param>
    /// <returns>[series] a matrix for each, in their order.</returns>
    public static IReadOnlyList<FeatureMatrix> Compute(
        IReadOnlyList<FeatureRequest> requests, IReadOnlyList<BarSeries> series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var matrices = new FeatureMatrix[series.Count];
        Parallel.For(
            0,
            series.Count,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new FeatureCalculator(requests),
            (i, _, calculator) =>
            {
                matrices[i] = calculator.Compute(series[i]);
                return calculator;
            },
            _ => { });
        return matrices;
    }
}
