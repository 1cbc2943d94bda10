namespace AraWeb.Engine.Evaluation.Resampling;

/// <summary>
/// Percentile intervals where many rows share a day: whole days are drawn, because what moved one symbol that day moved the others too. A block length above 1
/// keeps consecutive days together, as overlapping horizons need (at least the horizon).
/// </summary>
public static class DayBootstrap
{
    /// <summary>Interval of the mean over rows.</summary>
    /// <param name="values">[N] rows in any order.</param>
    /// <param name="days">[N] the day of each as a number that rises with time.</param>
    /// <param name="level">Probability of the interval, for example 0.95.</param>
    /// <param name="settings">Block length in days, replications, seed.</param>
    /// <returns>NaN without rows; NaN ends with a single day.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or a setting cannot be used.</exception>
    public static IntervalEstimate Mean(ReadOnlySpan<double> values, ReadOnlySpan<int> days, double level, BootstrapSettings settings)
    {
        var ones = new double[values.Length];
        ones.AsSpan().Fill(1);
        return Ratio(values, ones, days, level, settings);
    }

    /// <summary>Interval of the sum of numerators over the sum of denominators; see <see cref="StationaryBootstrap.Ratio"/>.</summary>
    /// <param name="numerators">[N] rows in any order.</param>
    /// <param name="denominators">[N] in the same order.</param>
    /// <param name="days">[N] the day of each as a number that rises with time.</param>
    /// <param name="level">Probability of the interval, for example 0.95.</param>
    /// <param name="settings">Block length in days, replications, seed.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or a setting cannot be used.</exception>
    public static IntervalEstimate Ratio(
        ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators, ReadOnlySpan<int> days, double level, BootstrapSettings settings)
    {
        Arguments.RequireLength(denominators.Length, numerators.Length, nameof(denominators));
        Arguments.RequireLength(days.Length, numerators.Length, nameof(days));
        Arguments.RequireFinite(numerators, nameof(numerators));
        Arguments.RequireFinite(denominators, nameof(denominators));
        var groups = new DayGroups(days);
        return StationaryBootstrap.Ratio(groups.Sums(numerators), groups.Sums(denominators), level, settings);
    }
}
