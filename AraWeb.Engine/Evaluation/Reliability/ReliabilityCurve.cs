namespace AraWeb.Engine.Evaluation.Reliability;

/// <summary>
/// Do events forecast at 60 % come 60 times in 100? Forecasts are put into bins of about the same number. The intervals count each day once, however many
/// forecasts it holds: right where they move together, too wide where they do not.
/// </summary>
public static class ReliabilityCurve
{
    /// <summary>The curve from the smallest forecasts to the largest.</summary>
    /// <param name="probabilities">[N] forecast probabilities of the event.</param>
    /// <param name="outcomes">[N] true where it came.</param>
    /// <param name="days">[N] the day of each as a number; a running number where rows are independent.</param>
    /// <param name="bins">Bins wanted, at least 1; fewer come where forecasts are equal.</param>
    /// <param name="level">Probability of the intervals, for example 0.95.</param>
    /// <returns>Empty without forecasts.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not a probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bin, or a level outside 0 to 1.</exception>
    public static IReadOnlyList<ReliabilityBin> Of(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes, ReadOnlySpan<int> days, int bins, double level)
    {
        Arguments.RequireProbabilities(probabilities, nameof(probabilities));
        Arguments.RequireLength(outcomes.Length, probabilities.Length, nameof(outcomes));
        Arguments.RequireLength(days.Length, probabilities.Length, nameof(days));
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Arguments.RequireLevel(level, nameof(level));
        var curve = new List<ReliabilityBin>();
        foreach (var rows in new ForecastBins(probabilities, bins).Rows)
        {
            var (sum, events) = (0.0, 0);
            var distinct = new HashSet<int>();
            foreach (var row in rows)
            {
                sum += probabilities[row];
                events += outcomes[row] ? 1 : 0;
                distinct.Add(days[row]);
            }

            var observed = ShareInterval.Wilson((double)events / rows.Count * distinct.Count, distinct.Count, level);
            curve.Add(new ReliabilityBin(probabilities[rows[0]], probabilities[rows[^1]], sum / rows.Count, observed, rows.Count, distinct.Count));
        }

        return curve;
    }
}
