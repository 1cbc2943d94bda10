using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features;

/// <summary>Indicators over many series at once, on all cores. Each thread composes the formulas once and takes series after series into one matrix.</summary>
public static class FeatureBatch
{
    /// <summary>Computes, and hands out each result.</summary>
    /// <param name="requests">What to compute.</param>
    /// <param name="series">Over which bars.</param>
    /// <param name="use">
    /// Takes the place of a series and its values, on several threads and in any order. The matrix is overwritten afterwards: copy what is to stay.
    /// </param>
    /// <param name="cancellationToken">Stops between two series.</param>
    public static void ForEach(
        IReadOnlyList<FeatureRequest> requests, IReadOnlyList<BarSeries> series, Action<int, FeatureMatrix> use, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(use);
        Parallel.For(
            0,
            series.Count,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new Worker(new FeatureCalculator(requests)),
            (i, _, worker) =>
            {
                use(i, worker.Compute(series[i]));
                return worker;
            },
            _ => { });
    }

    private sealed class Worker(FeatureCalculator calculator)
    {
        private FeatureMatrix? _matrix;

        public FeatureMatrix Compute(BarSeries bars)
        {
            if (_matrix?.Rows == bars.Count)
            {
                calculator.Compute(bars, [], _matrix);
                return _matrix;
            }

            return _matrix = calculator.Compute(bars);
        }
    }
}
