using MathNet.Numerics;

namespace AraWeb.Engine.Evaluation.Reliability;

/// <summary>
/// Probability integral transform: each outcome as the probability that its forecast gave to less. If the forecasts are right, these are uniform (Dawid 1984;
/// Diebold, Gunther and Tay 1998). The p-values take outcomes as independent: for a horizon of h bars give every h-th, for many symbols one at a time.
/// </summary>
public static class PitTest
{
    /// <summary>Cochran (1954): below this many expected in a cell, chi-square is no guide.</summary>
    private const int MinExpected = 5;

    /// <summary>Counts and tests.</summary>
    /// <param name="probabilities">[N] probability that each forecast gave to less than what came.</param>
    /// <param name="bins">Parts of the histogram, at least 2.</param>
    /// <exception cref="ArgumentException">A value is not a probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two bins.</exception>
    public static PitHistogram Of(ReadOnlySpan<double> probabilities, int bins)
    {
        Arguments.RequireProbabilities(probabilities, nameof(probabilities));
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        var counts = new int[bins];
        foreach (var probability in probabilities)
        {
            counts[Math.Min(bins - 1, (int)(probability * bins))]++;
        }

        var distance = Distance(probabilities);
        return new PitHistogram(counts, ChiSquareP(counts, probabilities.Length), distance, KolmogorovP(distance, probabilities.Length));
    }

    private static double ChiSquareP(int[] counts, int n)
    {
        var expected = (double)n / counts.Length;
        if (expected < MinExpected)
        {
            return double.NaN;
        }

        var statistic = 0.0;
        foreach (var count in counts)
        {
            statistic += (count - expected) * (count - expected) / expected;
        }

        return SpecialFunctions.GammaUpperRegularized((counts.Length - 1) / 2.0, statistic / 2);
    }

    private static double Distance(ReadOnlySpan<double> probabilities)
    {
        var sorted = probabilities.ToArray();
        Array.Sort(sorted);
        var distance = sorted.Length == 0 ? double.NaN : 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            distance = Math.Max(distance, Math.Max(sorted[i] - ((double)i / sorted.Length), ((i + 1.0) / sorted.Length) - sorted[i]));
        }

        return distance;
    }

    /// <summary>Kolmogorov's limiting distribution at Stephens's argument; the second series converges where the first does not.</summary>
    private static double KolmogorovP(double distance, int n)
    {
        if (n == 0)
        {
            return double.NaN;
        }

        var root = Math.Sqrt(n);
        var x = (root + 0.12 + (0.11 / root)) * distance;
        var sum = 0.0;
        if (x > 1)
        {
            for (var k = 1; k <= 10; k++)
            {
                sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2 * k * k * x * x);
            }

            return sum;
        }

        for (var k = 1; k <= 10; k++)
        {
            var odd = (2 * k) - 1;
            sum += Math.Exp(-odd * odd * Math.PI * Math.PI / (8 * x * x));
        }

        return 1 - (Math.Sqrt(2 * Math.PI) / x * sum);
    }
}
