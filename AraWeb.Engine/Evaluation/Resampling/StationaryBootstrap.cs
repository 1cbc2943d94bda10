using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Evaluation.Resampling;

/// <summary>
/// Percentile intervals of a mean or of a ratio of sums by the stationary bootstrap (Politis and Romano 1994), which keeps the dependence of neighbouring rows.
/// For rows of which several share a day, <see cref="DayBootstrap"/>. Bands that follow the skew of an estimate more closely (BCa) are left out.
/// </summary>
public static class StationaryBootstrap
{
    /// <summary>Interval of the mean.</summary>
    /// <param name="values">[N] rows in time.</param>
    /// <param name="level">Probability of the interval, for example 0.95.</param>
    /// <param name="settings">Block length in rows (see <see cref="BlockLength"/>), replications, seed.</param>
    /// <returns>NaN without rows; NaN ends with a single row, which says nothing of chance.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or a setting cannot be used.</exception>
    public static IntervalEstimate Mean(ReadOnlySpan<double> values, double level, BootstrapSettings settings)
    {
        var ones = new double[values.Length];
        ones.AsSpan().Fill(1);
        return Ratio(values, ones, level, settings);
    }

    /// <summary>
    /// Interval of the sum of numerators over the sum of denominators: a skill (one minus a ratio of losses), a share of calls that came true. Samples whose
    /// denominators sum to zero are left out.
    /// </summary>
    /// <param name="numerators">[N] rows in time.</param>
    /// <param name="denominators">[N] rows in time.</param>
    /// <param name="level">Probability of the interval, for example 0.95.</param>
    /// <param name="settings">Block length in rows, replications, seed.</param>
    /// <returns>As of <see cref="Mean"/>; NaN also where the denominators sum to zero.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or a setting cannot be used.</exception>
    public static IntervalEstimate Ratio(ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators, double level, BootstrapSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Arguments.RequireLength(denominators.Length, numerators.Length, nameof(denominators));
        Arguments.RequireFinite(numerators, nameof(numerators));
        Arguments.RequireFinite(denominators, nameof(denominators));
        Arguments.RequireLevel(level, nameof(level));
        settings.Validate(nameof(settings));
        var total = SpanMath.Sum(denominators);
        var estimate = total == 0 ? double.NaN : SpanMath.Sum(numerators) / total;
        if (numerators.Length < 2 || total == 0)
        {
            return new IntervalEstimate(estimate, double.NaN, double.NaN);
        }

        var above = BlockSampler.RunningSums(numerators);
        var below = BlockSampler.RunningSums(denominators);
        var sampler = new BlockSampler(numerators.Length, settings);
        var ratios = new double[settings.Replications];
        var count = 0;
        for (var i = 0; i < ratios.Length; i++)
        {
            sampler.Draw();
            var divisor = sampler.Sum(below);
            if (divisor != 0)
            {
                ratios[count++] = sampler.Sum(above) / divisor;
            }
        }

        var sorted = ratios.AsSpan(0, count);
        sorted.Sort();
        return new IntervalEstimate(estimate, Quantile(sorted, (1 - level) / 2), Quantile(sorted, (1 + level) / 2));
    }

    /// <summary>Linear between order statistics, the first at 0 and the last at 1 (Hyndman and Fan's type 7).</summary>
    private static double Quantile(ReadOnlySpan<double> sorted, double level)
    {
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        var position = level * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
