namespace AraWeb.Engine.Evaluation.Selection;

/// <summary>
/// Chooses the confidence from which a call is made, from past forecasts only: what is given here must be known at the moment of choice. A call is made at the
/// threshold or above it.
/// </summary>
public static class SelectiveThreshold
{
    /// <summary>Shares of calls that <see cref="ForError"/> tries, the largest first.</summary>
    private static readonly double[] Candidates = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05];

    /// <summary>The threshold that the given share of past confidences reached.</summary>
    /// <param name="confidences">[N] past confidences.</param>
    /// <param name="coverage">Share of calls wanted, in (0, 1].</param>
    /// <returns>Negative infinity for a coverage of 1; positive infinity (no call) without a past.</returns>
    /// <exception cref="ArgumentException">A confidence is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The coverage is no share above 0.</exception>
    public static double ForCoverage(ReadOnlySpan<double> confidences, double coverage)
    {
        Arguments.RequireFinite(confidences, nameof(confidences));
        RequireCoverage(coverage, nameof(coverage));
        return confidences.IsEmpty ? double.PositiveInfinity : At(Sorted(confidences), coverage);
    }

    /// <summary>
    /// The lowest of eleven thresholds (those of 100, 90, ... 10 and 5 % of calls) at which the share of wrong calls is below the limit, by the upper bound of
    /// Clopper and Pearson with each day counted once. The bound is taken at an eleventh of the risk (Bonferroni), so the promise holds for the threshold that
    /// was chosen and not only for one named beforehand. It takes days as independent: for a horizon of h bars give every h-th day.
    /// </summary>
    /// <param name="confidences">[N] confidences of past forecasts whose outcome is known.</param>
    /// <param name="correct">[N] true where the forecast came true.</param>
    /// <param name="days">[N] the day of each as a number.</param>
    /// <param name="maximumError">Share of wrong calls that is allowed, in (0, 1).</param>
    /// <param name="confidence">Probability that the promise holds, for example 0.9.</param>
    /// <returns>Positive infinity where no threshold keeps the limit: no call is made.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a confidence is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share outside 0 to 1.</exception>
    public static double ForError(
        ReadOnlySpan<double> confidences, ReadOnlySpan<bool> correct, ReadOnlySpan<int> days, double maximumError, double confidence)
    {
        Arguments.RequireFinite(confidences, nameof(confidences));
        Arguments.RequireLength(correct.Length, confidences.Length, nameof(correct));
        Arguments.RequireLength(days.Length, confidences.Length, nameof(days));
        Arguments.RequireLevel(maximumError, nameof(maximumError));
        Arguments.RequireLevel(confidence, nameof(confidence));
        if (confidences.IsEmpty)
        {
            return double.PositiveInfinity;
        }

        var sorted = Sorted(confidences);
        var each = 1 - ((1 - confidence) / Candidates.Length);
        foreach (var coverage in Candidates)
        {
            var threshold = At(sorted, coverage);
            var (calls, wrong) = (0, 0);
            var distinct = new HashSet<int>();
            for (var i = 0; i < confidences.Length; i++)
            {
                if (confidences[i] >= threshold)
                {
                    calls++;
                    wrong += correct[i] ? 0 : 1;
                    distinct.Add(days[i]);
                }
            }

            if (ShareInterval.ClopperPearsonUpper((double)wrong / calls * distinct.Count, distinct.Count, each) <= maximumError)
            {
                return threshold;
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>Refuses what is no share above 0.</summary>
    internal static void RequireCoverage(double coverage, string name)
    {
        if (!(coverage is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, coverage, "A share of calls lies above 0 and is at most 1, for example 0.5.");
        }
    }

    private static double[] Sorted(ReadOnlySpan<double> confidences)
    {
        var sorted = confidences.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static double At(double[] sorted, double coverage) =>
        coverage == 1 ? double.NegativeInfinity : sorted[sorted.Length - Math.Max(1, (int)Math.Round(coverage * sorted.Length))];
}
