using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Evaluation;

/// <summary>Likelihood-ratio tests of interval forecasts on a sequence of misses.</summary>
public static class CoverageTests
{
    /// <summary>
    /// Kupiec (1995): is the share of misses the nominal one? Asymptotic p-value (chi-square, 1 degree of freedom); NaN without observations.
    /// </summary>
    /// <param name="misses">[N] true where the outcome fell outside.</param>
    /// <param name="nominal">Nominal probability of a miss, in (0, 1).</param>
    public static double KupiecP(ReadOnlySpan<bool> misses, double nominal)
    {
        var n = misses.Length;
        var x = misses.Count(true);
        if (n == 0)
        {
            return double.NaN;
        }

        var share = (double)x / n;
        var ratio = -2 * (LogLikelihood(n - x, x, nominal) - LogLikelihood(n - x, x, share));
        return Tail(ratio);
    }

    /// <summary>
    /// Christoffersen (1998): do misses come independently of the bar before? p-value of the independence part (chi-square, 1 degree of freedom); NaN when
    /// there are fewer than two observations or no miss to tell by.
    /// </summary>
    public static double ChristoffersenP(ReadOnlySpan<bool> misses)
    {
        Span<int> counts = stackalloc int[4];
        counts.Clear();
        for (var i = 1; i < misses.Length; i++)
        {
            counts[(misses[i - 1] ? 2 : 0) + (misses[i] ? 1 : 0)]++;
        }

        var afterHit = counts[0] + counts[1];
        var afterMiss = counts[2] + counts[3];
        if (afterHit == 0 || afterMiss == 0)
        {
            return double.NaN;
        }

        var pooled = (double)(counts[1] + counts[3]) / (afterHit + afterMiss);
        var restricted = LogLikelihood(counts[0] + counts[2], counts[1] + counts[3], pooled);
        var free = LogLikelihood(counts[0], counts[1], (double)counts[1] / afterHit)
            + LogLikelihood(counts[2], counts[3], (double)counts[3] / afterMiss);
        return Tail(-2 * (restricted - free));
    }

    private static double LogLikelihood(int hits, int misses, double probability) =>
        Term(hits, 1 - probability) + Term(misses, probability);

    private static double Term(int count, double probability) => count == 0 ? 0 : count * Math.Log(probability);

    private static double Tail(double statistic) => 1 - ChiSquared.CDF(1, Math.Max(0, statistic));
}
