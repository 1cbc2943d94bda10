using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Evaluation;

/// <summary>
/// Intervals of a share from counts of independent trials. Where trials move together, give the effective number: the distinct days, with the share times the
/// days as successes; counts need not be whole. Without trials the interval is the whole of 0 to 1.
/// </summary>
public static class ShareInterval
{
    /// <summary>Wilson's (1927) score interval.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Not negative.</param>
    /// <param name="level">Probability of the interval, for example 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static IntervalEstimate Wilson(double successes, double trials, double level)
    {
        Check(successes, trials, level);
        if (trials == 0)
        {
            return new IntervalEstimate(double.NaN, 0, 1);
        }

        var share = successes / trials;
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var squared = z * z / trials;
        var centre = (share + (squared / 2)) / (1 + squared);
        var half = z * Math.Sqrt((share * (1 - share) / trials) + (squared / (4 * trials))) / (1 + squared);
        return new IntervalEstimate(share, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>The interval of Clopper and Pearson (1934), never too narrow; parameters as of <see cref="Wilson"/>.</summary>
    public static IntervalEstimate ClopperPearson(double successes, double trials, double level)
    {
        Check(successes, trials, level);
        var tail = (1 - level) / 2;
        return new IntervalEstimate(successes / trials, LowerBound(successes, trials, tail), UpperBound(successes, trials, tail));
    }

    /// <summary>One-sided upper bound of Clopper and Pearson: the share lies above it with probability 1 - <paramref name="confidence"/> at most.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Not negative.</param>
    /// <param name="confidence">For example 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double ClopperPearsonUpper(double successes, double trials, double confidence)
    {
        Check(successes, trials, confidence);
        return UpperBound(successes, trials, 1 - confidence);
    }

    private static double LowerBound(double successes, double trials, double tail) =>
        successes <= 0 ? 0 : Beta.InvCDF(successes, trials - successes + 1, tail);

    private static double UpperBound(double successes, double trials, double tail) =>
        successes >= trials ? 1 : Beta.InvCDF(successes + 1, trials - successes, 1 - tail);

    private static void Check(double successes, double trials, double level)
    {
        if (!(trials >= 0) || !double.IsFinite(trials))
        {
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "Trials are counted from 0.");
        }

        if (!(successes >= 0 && successes <= trials))
        {
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"Successes lie between 0 and the {trials} trials.");
        }

        Arguments.RequireLevel(level, nameof(level));
    }
}
