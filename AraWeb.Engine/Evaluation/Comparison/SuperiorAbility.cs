using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Evaluation.Comparison;

/// <summary>
/// Hansen (2005), "A test for superior predictive ability": is the best of many models better than the benchmark, given that it was picked as the best of so
/// many? Studentised, by the stationary bootstrap.
/// </summary>
public static class SuperiorAbility
{
    /// <summary>Fewer rows than this tell nothing.</summary>
    private const int MinCount = 10;

    /// <summary>Tests "no model is better than the benchmark".</summary>
    /// <param name="benchmark">[T] losses of the benchmark in time, one a day (<see cref="DayMeans"/>).</param>
    /// <param name="models">[M][T] losses of the models in the same rows: all that were tried, not only the survivors.</param>
    /// <param name="settings">Block length in rows, replications, seed.</param>
    /// <returns>
    /// NaN p-values with fewer than 10 rows; p-values 1 where no model is better than the benchmark in these rows; 0 where one is better by the same amount in
    /// every row.
    /// </returns>
    /// <exception cref="ArgumentException">No models, lengths that differ, a loss that is not finite, or settings that cannot be used.</exception>
    public static SuperiorityResult Test(ReadOnlySpan<double> benchmark, IReadOnlyList<double[]> models, BootstrapSettings settings)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate(nameof(settings));
        Arguments.RequireFinite(benchmark, nameof(benchmark));
        Arguments.RequireColumns(models, benchmark.Length, nameof(models));
        if (benchmark.Length < MinCount)
        {
            return new SuperiorityResult(double.NaN, -1, double.NaN, double.NaN, double.NaN);
        }

        var (statistic, best) = (0.0, -1);
        var gains = new List<Gain>();
        for (var model = 0; model < models.Count; model++)
        {
            var gain = new Gain(benchmark, models[model], settings.BlockLength);
            if (gain.Statistic > statistic)
            {
                (statistic, best) = (gain.Statistic, model);
            }

            if (gain.Error > 0)
            {
                gains.Add(gain);
            }
        }

        Span<int> larger = stackalloc int[3];
        larger.Clear();
        Span<double> largest = stackalloc double[3];
        var sampler = new BlockSampler(benchmark.Length, settings);
        for (var i = 0; i < settings.Replications; i++)
        {
            sampler.Draw();
            largest.Clear();
            foreach (var gain in gains)
            {
                var drawn = gain.Drawn(sampler);
                for (var kind = 0; kind < 3; kind++)
                {
                    largest[kind] = Math.Max(largest[kind], (drawn - gain.Centre(kind)) / gain.Error);
                }
            }

            for (var kind = 0; kind < 3; kind++)
            {
                larger[kind] += largest[kind] >= statistic ? 1 : 0;
            }
        }

        double P(int count) => (double)count / settings.Replications;
        return new SuperiorityResult(statistic, best, P(larger[0]), P(larger[1]), P(larger[2]));
    }

    /// <summary>How much smaller one model's losses are than the benchmark's.</summary>
    private sealed class Gain
    {
        private readonly double[] _runningSums;
        private readonly double _mean;
        private readonly double _centre;

        public Gain(ReadOnlySpan<double> benchmark, ReadOnlySpan<double> losses, double blockLength)
        {
            var n = benchmark.Length;
            var gains = new double[n];
            for (var i = 0; i < n; i++)
            {
                gains[i] = benchmark[i] - losses[i];
            }

            _mean = SpanMath.Mean(gains);
            for (var i = 0; i < n; i++)
            {
                gains[i] -= _mean;
            }

            _runningSums = BlockSampler.RunningSums(gains);
            Error = Math.Sqrt(Math.Max(0, LongRunVariance(gains, 1 / blockLength)) / n);
            Statistic = Error > 0 ? _mean / Error : _mean > 0 ? double.PositiveInfinity : 0;

            // Hansen (2005), section 2.2: worse than this is worse for good, by the law of the iterated logarithm.
            _centre = _mean >= -Error * Math.Sqrt(2 * Math.Log(Math.Log(n))) ? _mean : 0;
        }

        /// <summary>Standard error of the mean gain; 0 where it is the same in every row.</summary>
        public double Error { get; }

        /// <summary>Mean gain over its standard error.</summary>
        public double Statistic { get; }

        /// <summary>What samples are centred on for the lower, the consistent and the upper p-value.</summary>
        public double Centre(int kind) => kind == 0 ? Math.Max(0, _mean) : kind == 1 ? _centre : _mean;

        /// <summary>Mean gain in a sample.</summary>
        public double Drawn(BlockSampler sampler) => _mean + (sampler.Sum(_runningSums) / (_runningSums.Length / 2));

        /// <summary>The variance that the stationary bootstrap gives the mean, times the rows: Politis and Romano (1994), lemma 1.</summary>
        private static double LongRunVariance(ReadOnlySpan<double> centred, double endOfBlock)
        {
            var n = centred.Length;
            var variance = SpanMath.SumOfSquares(centred, 0) / n;
            for (var lag = 1; lag < n; lag++)
            {
                var share = (double)lag / n;
                var weight = ((1 - share) * Math.Pow(1 - endOfBlock, lag)) + (share * Math.Pow(1 - endOfBlock, n - lag));
                variance += weight == 0 ? 0 : 2 * weight * SpanMath.Dot(centred[lag..], centred[..^lag]) / n;
            }

            return variance;
        }
    }
}
