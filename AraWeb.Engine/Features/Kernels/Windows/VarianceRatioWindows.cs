using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>
/// Lo and MacKinlay's variance ratio of the differences of the first column with its z statistic, robust to changing variance: a window of n differences is
/// one of n + 1 levels. 1 and 0 where nothing moves.
/// </summary>
/// <param name="Lag">Differences in a long one.</param>
internal readonly record struct VarianceRatioWindows(int Lag) : IPairWindows
{
    public int Outputs => 2;

    public void Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> results)
    {
        var bars = first.Length - 1;
        var mean = (first[^1] - first[0]) / bars;
        Span<double> squares = stackalloc double[bars];
        SquaredMoves(first, 1, mean, squares);
        var total = SpanMath.Sum(squares);
        if (total == 0)
        {
            (results[0], results[1]) = (1, 0);
            return;
        }

        var robust = 0.0;
        for (var lag = 1; lag < Lag; lag++)
        {
            var weight = 2.0 * (Lag - lag) / Lag;
            robust += weight * weight * SpanMath.Dot(squares[lag..], squares[..^lag]);
        }

        squares = squares[..(bars - Lag + 1)];
        SquaredMoves(first, Lag, Lag * mean, squares);
        var freedom = Lag * squares.Length * (1 - ((double)Lag / bars));
        var ratio = SpanMath.Sum(squares) / freedom / (total / (bars - 1));
        results[0] = ratio;
        results[1] = robust > 0 ? (ratio - 1) * total / Math.Sqrt(robust) : 0;
    }

    // Squared distances of the moves over some rows from their mean.
    private static void SquaredMoves(ReadOnlySpan<double> levels, int lag, double mean, Span<double> squares)
    {
        var shift = Vector256.Create(mean);
        ref var start = ref MemoryMarshal.GetReference(levels);
        ref var target = ref MemoryMarshal.GetReference(squares);
        var i = 0;
        for (; i <= squares.Length - 4; i += 4)
        {
            var move = Vector256.LoadUnsafe(ref start, (nuint)(i + lag)) - Vector256.LoadUnsafe(ref start, (nuint)i) - shift;
            (move * move).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < squares.Length; i++)
        {
            var move = levels[i + lag] - levels[i] - mean;
            squares[i] = move * move;
        }
    }
}
