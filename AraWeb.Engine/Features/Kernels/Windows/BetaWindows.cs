using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>
/// Beta of the first column to the second, the mean beyond it, and beta over the rows in which the second is positive or negative. Unknown where the second
/// does not vary over the rows.
/// </summary>
internal readonly record struct BetaWindows : IPairWindows
{
    public int Outputs => 4;

    public void Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> results)
    {
        var (meanFirst, meanSecond) = (SpanMath.Mean(first), SpanMath.Mean(second));
        var spread = SpanMath.SumOfSquares(second, meanSecond);
        var beta = spread > 0 ? SpanMath.SumOfProducts(first, meanFirst, second, meanSecond) / spread : double.NaN;
        results[0] = beta;
        results[1] = meanFirst - (beta * meanSecond);
        results[2] = PartBeta(first, second, 1);
        results[3] = PartBeta(first, second, -1);
    }

    // Rows of the other sign count as zeros in sums of distances from the means of those that take part.
    private static double PartBeta(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double sign)
    {
        var (count, sumFirst, sumSecond) = Sums(first, second, sign, 0, 0, isFirstPass: true);
        if (count < 2)
        {
            return double.NaN;
        }

        var (_, product, square) = Sums(first, second, sign, sumFirst / count, sumSecond / count, isFirstPass: false);
        return square > 0 ? product / square : double.NaN;
    }

    // First the number of rows and the two sums; then, around the means, the sums of products and of squares.
    private static (double Count, double Left, double Right) Sums(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, double sign, double meanFirst, double meanSecond, bool isFirstPass)
    {
        var (one, direction) = (Vector256.Create(1.0), Vector256.Create(sign));
        var (shiftFirst, shiftSecond) = (Vector256.Create(meanFirst), Vector256.Create(meanSecond));
        var (counts, lefts, rights) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var startFirst = ref MemoryMarshal.GetReference(first);
        ref var startSecond = ref MemoryMarshal.GetReference(second);
        var i = 0;
        for (; i <= second.Length - 4; i += 4)
        {
            var market = Vector256.LoadUnsafe(ref startSecond, (nuint)i);
            var takesPart = Vector256.GreaterThan(market * direction, Vector256<double>.Zero);
            var own = Vector256.LoadUnsafe(ref startFirst, (nuint)i) - shiftFirst;
            market -= shiftSecond;
            counts += takesPart & one;
            lefts += takesPart & (isFirstPass ? own : own * market);
            rights += takesPart & (isFirstPass ? market : market * market);
        }

        var (count, left, right) = (Lanes.Fold(counts), Lanes.Fold(lefts), Lanes.Fold(rights));
        for (; i < second.Length; i++)
        {
            if (second[i] * sign > 0)
            {
                var (own, market) = (first[i] - meanFirst, second[i] - meanSecond);
                count++;
                left += isFirstPass ? own : own * market;
                right += isFirstPass ? market : market * market;
            }
        }

        return (count, left, right);
    }
}
