using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>
/// Engle and Granger's two steps for the first column on the second: slope of the least-squares line, newest residual in deviations, and Dickey-Fuller
/// statistic of the residuals. Unknown where the second column does not vary.
/// </summary>
internal readonly record struct CointegrationWindows : IPairWindows
{
    public int Outputs => 3;

    public void Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> results)
    {
        var (meanFirst, meanSecond) = (SpanMath.Mean(first), SpanMath.Mean(second));
        var spread = SpanMath.SumOfSquares(second, meanSecond);
        if (!(spread > 0))
        {
            results.Fill(double.NaN);
            return;
        }

        var slope = SpanMath.SumOfProducts(first, meanFirst, second, meanSecond) / spread;
        Span<double> residuals = stackalloc double[first.Length];
        var squares = Fit(first, meanFirst, second, meanSecond, slope, residuals);
        results[0] = slope;
        results[1] = squares > 0 ? residuals[^1] / Math.Sqrt(squares / residuals.Length) : 0;
        results[2] = DickeyFuller.Statistic(residuals, hasConstant: false);
    }

    // Writes the residuals and gives the sum of their squares.
    private static double Fit(
        ReadOnlySpan<double> first, double meanFirst, ReadOnlySpan<double> second, double meanSecond, double slope, Span<double> residuals)
    {
        var (shiftFirst, shiftSecond, factor) = (Vector256.Create(meanFirst), Vector256.Create(meanSecond), Vector256.Create(slope));
        var sum = Vector256<double>.Zero;
        ref var startFirst = ref MemoryMarshal.GetReference(first);
        ref var startSecond = ref MemoryMarshal.GetReference(second);
        ref var target = ref MemoryMarshal.GetReference(residuals);
        var i = 0;
        for (; i <= residuals.Length - 4; i += 4)
        {
            var own = Vector256.LoadUnsafe(ref startFirst, (nuint)i) - shiftFirst;
            var other = Vector256.LoadUnsafe(ref startSecond, (nuint)i) - shiftSecond;
            var rest = own - (factor * other);
            rest.StoreUnsafe(ref target, (nuint)i);
            sum += rest * rest;
        }

        var squares = Lanes.Fold(sum);
        for (; i < residuals.Length; i++)
        {
            residuals[i] = first[i] - meanFirst - (slope * (second[i] - meanSecond));
            squares += residuals[i] * residuals[i];
        }

        return squares;
    }
}
