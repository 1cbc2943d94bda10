using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>
/// Looks for the question about one feature that leaves the smallest squared error, summed over outputs: over all thresholds by a histogram, or at one random
/// threshold. Missing values are tried on both sides. Holds working memory: one for each thread.
/// </summary>
internal sealed class SplitFinder
{
    private const int MaxEntries = 256;

    private readonly ForestRows _rows;
    private readonly int _minLeaf;
    private readonly int _width;
    private readonly int[] _counts = new int[MaxEntries];
    private readonly double[] _sums;
    private readonly double[] _left;
    private readonly double[] _missing;
    private readonly double[] _leftWithMissing;

    /// <summary>Makes working memory.</summary>
    public SplitFinder(ForestRows rows, int minLeaf)
    {
        (_rows, _minLeaf, _width) = (rows, minLeaf, rows.Outputs + 1);
        _sums = new double[MaxEntries * _width];
        (_left, _missing, _leftWithMissing) = (new double[_width], new double[_width], new double[_width]);
    }

    /// <summary>Tries every threshold.</summary>
    /// <param name="feature">The column.</param>
    /// <param name="rows">[n] rows of the node.</param>
    /// <param name="parts">[N * (H + 1)] weight and weighted targets of all rows.</param>
    /// <param name="total">[H + 1] their sums over the node.</param>
    /// <param name="best">Becomes the question found where it does better.</param>
    /// <returns>Whether rows differ in the feature.</returns>
    public bool TryAll(int feature, ReadOnlySpan<int> rows, ReadOnlySpan<double> parts, ReadOnlySpan<double> total, ref ForestSplit best)
    {
        var (bins, entries) = (_rows.Matrix.Features[feature].Bins, _rows.Matrix.Features[feature].Entries);
        Count(_rows.Matrix.Columns[feature], rows, parts, entries);
        var missing = 0;
        _missing.AsSpan().Clear();
        if (entries > bins)
        {
            missing = _counts[bins];
            _sums.AsSpan(bins * _width, _width).CopyTo(_missing);
        }

        var known = rows.Length - missing;
        var count = 0;
        var different = missing > 0 && known > 0;
        _left.AsSpan().Clear();
        for (var bin = 0; bin < bins; bin++)
        {
            if (_counts[bin] == 0)
            {
                continue;
            }

            count += _counts[bin];
            Add(_left, _sums.AsSpan(bin * _width, _width));
            if (count == known && missing == 0)
            {
                break;
            }

            different |= count < known;
            Judge(feature, bin, count, missing, rows.Length, total, ref best);
        }

        return different;
    }

    /// <summary>Tries one threshold, drawn evenly between the smallest and the largest value in the node.</summary>
    /// <param name="feature">The column.</param>
    /// <param name="rows">[n] rows of the node.</param>
    /// <param name="parts">[N * (H + 1)] weight and weighted targets of all rows.</param>
    /// <param name="total">[H + 1] their sums over the node.</param>
    /// <param name="random">Draws the threshold.</param>
    /// <param name="best">Becomes the question found where it does better.</param>
    /// <returns>Whether rows differ in the feature.</returns>
    public bool TryOne(
        int feature, ReadOnlySpan<int> rows, ReadOnlySpan<double> parts, ReadOnlySpan<double> total, SeededNormals random, ref ForestSplit best)
    {
        var column = _rows.Matrix.Columns[feature];
        var bins = _rows.Matrix.Features[feature].Bins;
        var (lowest, highest, missing) = (bins, -1, 0);
        foreach (var row in rows)
        {
            int bin = column[row];
            var unknown = bin == bins;
            missing += unknown ? 1 : 0;
            lowest = Math.Min(lowest, bin);
            highest = Math.Max(highest, unknown ? -1 : bin);
        }

        if (lowest >= highest)
        {
            return false;
        }

        var (least, most) = (_rows.Least[feature][lowest], _rows.Most[feature][highest]);
        var cut = lowest;
        var drawn = least + ((most - least) * random.NextUniform());
        while (cut < highest - 1 && _rows.Matrix.ThresholdOf(feature, cut) < drawn)
        {
            cut++;
        }

        var count = 0;
        _left.AsSpan().Clear();
        _missing.AsSpan().Clear();
        if (_width == 2)
        {
            (count, var left, var absent) = SumPairs(column, rows, MemoryMarshal.Cast<double, Vector128<double>>(parts), cut, bins);
            (_left[0], _left[1], _missing[0], _missing[1]) = (left[0], left[1], absent[0], absent[1]);
        }
        else
        {
            foreach (var row in rows)
            {
                int bin = column[row];
                if (bin <= cut || bin == bins)
                {
                    count += bin == bins ? 0 : 1;
                    Add(bin == bins ? _missing : _left, parts.Slice(row * _width, _width));
                }
            }
        }

        Judge(feature, cut, count, missing, rows.Length, total, ref best);
        return true;
    }

    private static (int Count, Vector128<double> Left, Vector128<double> Missing) SumPairs(
        byte[] column, ReadOnlySpan<int> rows, ReadOnlySpan<Vector128<double>> parts, int cut, int bins)
    {
        var (count, left, missing) = (0, Vector128<double>.Zero, Vector128<double>.Zero);
        foreach (var row in rows)
        {
            int bin = column[row];
            var goes = bin <= cut ? 1 : 0;
            count += goes;
            left += Vector128.Create(-(long)goes).AsDouble() & parts[row];
            if (bin == bins)
            {
                missing += parts[row];
            }
        }

        return (count, left, missing);
    }

    private static void Add(Span<double> sums, ReadOnlySpan<double> more)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += more[i];
        }
    }

    private void Count(byte[] column, ReadOnlySpan<int> rows, ReadOnlySpan<double> parts, int entries)
    {
        var counts = _counts.AsSpan(0, MaxEntries);
        counts[..entries].Clear();
        _sums.AsSpan(0, entries * _width).Clear();
        if (_width == 2)
        {
            var pairs = MemoryMarshal.Cast<double, Vector128<double>>(parts);
            var sums = MemoryMarshal.Cast<double, Vector128<double>>(_sums.AsSpan());
            foreach (var row in rows)
            {
                int bin = column[row];
                counts[bin]++;
                sums[bin] += pairs[row];
            }

            return;
        }

        foreach (var row in rows)
        {
            int bin = column[row];
            counts[bin]++;
            Add(_sums.AsSpan(bin * _width, _width), parts.Slice(row * _width, _width));
        }
    }

    private void Judge(int feature, int bin, int count, int missing, int all, ReadOnlySpan<double> total, ref ForestSplit best)
    {
        if (count >= _minLeaf && all - count >= _minLeaf)
        {
            // Where the node misses no value, a later row that does goes with the heavier side.
            Keep(feature, bin, missing == 0 && 2 * _left[0] >= total[0], Score(_left, total), ref best);
        }

        if (missing > 0 && count + missing >= _minLeaf && all - count - missing >= _minLeaf)
        {
            for (var i = 0; i < _width; i++)
            {
                _leftWithMissing[i] = _left[i] + _missing[i];
            }

            Keep(feature, bin, missingLeft: true, Score(_leftWithMissing, total), ref best);
        }
    }

    private static void Keep(int feature, int bin, bool missingLeft, double score, ref ForestSplit best)
    {
        if (score > best.Score)
        {
            best = new ForestSplit(feature, bin, missingLeft, score);
        }
    }

    private static double Score(ReadOnlySpan<double> left, ReadOnlySpan<double> total)
    {
        var (a, b) = (0.0, 0.0);
        for (var i = 1; i < left.Length; i++)
        {
            var right = total[i] - left[i];
            a += left[i] * left[i];
            b += right * right;
        }

        return (a / left[0]) + (b / (total[0] - left[0]));
    }
}
