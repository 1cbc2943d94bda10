using AraWeb.Engine.Evaluation.Resampling;

namespace AraWeb.Engine.Evaluation.Selection;

/// <summary>
/// Selective prediction: how often forecasts come true when the less confident ones are held back. Thresholds are given; to set them without hindsight there
/// are
/// <see cref="SequentialThreshold"/> and <see cref="SelectiveThreshold"/>.
/// </summary>
public static class RiskCoverage
{
    /// <summary>Coverage and accuracy at each threshold.</summary>
    /// <param name="confidences">[N] how sure each forecast is.</param>
    /// <param name="correct">[N] true where it came true.</param>
    /// <param name="days">[N] the day of each as a number that rises with time.</param>
    /// <param name="thresholds">[K] a call is made at this confidence or more.</param>
    /// <param name="level">Probability of the intervals, for example 0.95.</param>
    /// <param name="settings">Block length in days (at least the horizon), replications, seed.</param>
    /// <returns>[K] in the order of the thresholds.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a confidence is not finite, or a setting cannot be used.</exception>
    public static IReadOnlyList<RiskCoveragePoint> Curve(
        ReadOnlySpan<double> confidences, ReadOnlySpan<bool> correct, ReadOnlySpan<int> days, ReadOnlySpan<double> thresholds,
        double level, BootstrapSettings settings)
    {
        Arguments.RequireFinite(confidences, nameof(confidences));
        Arguments.RequireLength(correct.Length, confidences.Length, nameof(correct));
        Arguments.RequireLength(days.Length, confidences.Length, nameof(days));
        var curve = new RiskCoveragePoint[thresholds.Length];
        var called = new bool[confidences.Length];
        for (var k = 0; k < curve.Length; k++)
        {
            for (var i = 0; i < called.Length; i++)
            {
                called[i] = confidences[i] >= thresholds[k];
            }

            curve[k] = Of(called, correct, days, level, settings);
        }

        return curve;
    }

    /// <summary>Coverage and accuracy of calls that were decided elsewhere.</summary>
    /// <param name="called">[N] true where a call was made.</param>
    /// <param name="correct">[N] true where the forecast came true.</param>
    /// <param name="days">[N] the day of each as a number that rises with time.</param>
    /// <param name="level">Probability of the interval, for example 0.95.</param>
    /// <param name="settings">Block length in days (at least the horizon), replications, seed.</param>
    /// <returns>The interval is NaN with a single day.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a setting cannot be used.</exception>
    public static RiskCoveragePoint Of(
        ReadOnlySpan<bool> called, ReadOnlySpan<bool> correct, ReadOnlySpan<int> days, double level, BootstrapSettings settings)
    {
        Arguments.RequireLength(correct.Length, called.Length, nameof(correct));
        Arguments.RequireLength(days.Length, called.Length, nameof(days));
        var hits = new double[called.Length];
        var calls = new double[called.Length];
        var distinct = new HashSet<int>();
        var count = 0;
        for (var i = 0; i < called.Length; i++)
        {
            if (called[i])
            {
                calls[i] = 1;
                hits[i] = correct[i] ? 1 : 0;
                distinct.Add(days[i]);
                count++;
            }
        }

        var accuracy = DayBootstrap.Ratio(hits, calls, days, level, settings);
        return new RiskCoveragePoint(called.IsEmpty ? double.NaN : (double)count / called.Length, accuracy, count, distinct.Count);
    }
}
