using System.Runtime.CompilerServices;

namespace AraWeb.Engine.Models.Trees.Histograms;

/// <summary>
/// Cuts one column of numbers into at most 255 bins of about as many rows each. Bin b holds the values from cut b - 1 up to but not including cut b. Up to
/// that many different values get a bin each; a value as frequent as a bin gets one of its own. Cuts lie halfway between neighbouring values. NaN is left
/// out: it has a bin beyond the last.
/// </summary>
internal static class BinCuts
{
    /// <summary>The most bins: with the one for missing values they fill a byte.</summary>
    public const int MaxBins = 255;

    /// <summary>Finds the cuts.</summary>
    /// <param name="sorted">Values in ascending order, none NaN; may be empty.</param>
    /// <param name="maxBins">2 to 255.</param>
    /// <returns>Ascending cuts, one fewer than bins; empty where all values are equal.</returns>
    public static double[] Find(ReadOnlySpan<double> sorted, int maxBins)
    {
        var cuts = new List<double>();
        var distinct = CountDistinct(sorted, maxBins + 1);
        var perBin = distinct <= maxBins ? 0 : sorted.Length / (double)maxBins;
        var inBin = 0;
        var start = 0;
        while (start < sorted.Length && cuts.Count < maxBins - 1)
        {
            var end = EndOfRun(sorted, start);
            inBin += end - start;
            if (end == sorted.Length)
            {
                break;
            }

            var next = EndOfRun(sorted, end) - end;
            if (inBin >= perBin || (next >= perBin && inBin > 0))
            {
                cuts.Add(Between(sorted[end - 1], sorted[end]));
                inBin = 0;

                // What frequent values took more than their share is missing for the rest.
                perBin = perBin == 0 ? 0 : (sorted.Length - end) / (double)(maxBins - cuts.Count);
            }

            start = end;
        }

        return [.. cuts];
    }

    /// <summary>The bin of a value that is not NaN: the number of cuts at or below it.</summary>
    public static int BinOf(ReadOnlySpan<double> cuts, double value)
    {
        var low = 0;
        var length = cuts.Length;
        while (length > 0)
        {
            var half = (length + 1) >> 1;
            low += half * Unsafe.BitCast<bool, byte>(cuts[low + half - 1] <= value);
            length -= half;
        }

        return low;
    }

    private static double Between(double low, double high)
    {
        // Halves first: the difference of two finite numbers need not be finite.
        var middle = (low / 2) + (high / 2);
        return middle > low && middle < high ? middle : high;
    }

    private static int EndOfRun(ReadOnlySpan<double> sorted, int start)
    {
        var value = sorted[start];
        while (start < sorted.Length && sorted[start] == value)
        {
            start++;
        }

        return start;
    }

    private static int CountDistinct(ReadOnlySpan<double> sorted, int limit)
    {
        var count = sorted.IsEmpty ? 0 : 1;
        for (var i = 1; i < sorted.Length && count < limit; i++)
        {
            count += sorted[i] == sorted[i - 1] ? 0 : 1;
        }

        return count;
    }
}
