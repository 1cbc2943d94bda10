using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Numerics;

/// <summary>
/// Sums over spans in a fixed order: eight running sums, then their tree. The result is the same to the last bit on every machine, wherever the span lies
/// in memory, because the order depends on the length alone and no product is fused with a sum. NaN propagates. Empty spans give 0.
/// </summary>
internal static class SpanMath
{
    private const int Lanes = 8;

    /// <summary>Sum of the values.</summary>
    public static double Sum(ReadOnlySpan<double> x)
    {
        var low = Vector256<double>.Zero;
        var high = Vector256<double>.Zero;
        ref var start = ref MemoryMarshal.GetReference(x);
        var i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
        {
            low += Vector256.LoadUnsafe(ref start, (nuint)i);
            high += Vector256.LoadUnsafe(ref start, (nuint)(i + 4));
        }

        var sum = Fold(low, high);
        for (; i < x.Length; i++)
        {
            sum += x[i];
        }

        return sum;
    }

    /// <summary>Sum of the products of two spans of one length.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        y = y[..x.Length];
        var low = Vector256<double>.Zero;
        var high = Vector256<double>.Zero;
        ref var startX = ref MemoryMarshal.GetReference(x);
        ref var startY = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
        {
            low += Vector256.LoadUnsafe(ref startX, (nuint)i) * Vector256.LoadUnsafe(ref startY, (nuint)i);
            high += Vector256.LoadUnsafe(ref startX, (nuint)(i + 4)) * Vector256.LoadUnsafe(ref startY, (nuint)(i + 4));
        }

        var sum = Fold(low, high);
        for (; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    /// <summary>Sum of the values after <paramref name="origin"/> is taken from each; exactly 0 where all equal it.</summary>
    public static double SumFrom(ReadOnlySpan<double> x, double origin)
    {
        var shift = Vector256.Create(origin);
        var low = Vector256<double>.Zero;
        var high = Vector256<double>.Zero;
        ref var start = ref MemoryMarshal.GetReference(x);
        var i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
        {
            low += Vector256.LoadUnsafe(ref start, (nuint)i) - shift;
            high += Vector256.LoadUnsafe(ref start, (nuint)(i + 4)) - shift;
        }

        var sum = Fold(low, high);
        for (; i < x.Length; i++)
        {
            sum += x[i] - origin;
        }

        return sum;
    }

    /// <summary>Sum of squared distances from <paramref name="origin"/>.</summary>
    public static double SumOfSquares(ReadOnlySpan<double> x, double origin) => SumOfProducts(x, origin, x, origin);

    /// <summary>Sum of (x - <paramref name="originX"/>)(y - <paramref name="originY"/>).</summary>
    public static double SumOfProducts(ReadOnlySpan<double> x, double originX, ReadOnlySpan<double> y, double originY)
    {
        y = y[..x.Length];
        var shiftX = Vector256.Create(originX);
        var shiftY = Vector256.Create(originY);
        var low = Vector256<double>.Zero;
        var high = Vector256<double>.Zero;
        ref var startX = ref MemoryMarshal.GetReference(x);
        ref var startY = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
        {
            low += (Vector256.LoadUnsafe(ref startX, (nuint)i) - shiftX) * (Vector256.LoadUnsafe(ref startY, (nuint)i) - shiftY);
            high += (Vector256.LoadUnsafe(ref startX, (nuint)(i + 4)) - shiftX) * (Vector256.LoadUnsafe(ref startY, (nuint)(i + 4)) - shiftY);
        }

        var sum = Fold(low, high);
        for (; i < x.Length; i++)
        {
            sum += (x[i] - originX) * (y[i] - originY);
        }

        return sum;
    }

    /// <summary>Arithmetic mean, exactly the common value where all are equal. NaN for an empty span.</summary>
    public static double Mean(ReadOnlySpan<double> x) => x.IsEmpty ? double.NaN : x[0] + (SumFrom(x, x[0]) / x.Length);

    /// <summary>Largest value of a span that is not empty and holds no NaN.</summary>
    public static double Max(ReadOnlySpan<double> x)
    {
        var best = Vector256.Create(x[0]);
        ref var start = ref MemoryMarshal.GetReference(x);
        var i = 0;
        for (; i <= x.Length - 4; i += 4)
        {
            var next = Vector256.LoadUnsafe(ref start, (nuint)i);
            best = Vector256.ConditionalSelect(Vector256.GreaterThan(next, best), next, best);
        }

        var max = Math.Max(Math.Max(best[0], best[1]), Math.Max(best[2], best[3]));
        for (; i < x.Length; i++)
        {
            max = x[i] > max ? x[i] : max;
        }

        return max;
    }

    /// <summary>Smallest value of a span that is not empty and holds no NaN.</summary>
    public static double Min(ReadOnlySpan<double> x)
    {
        var best = Vector256.Create(x[0]);
        ref var start = ref MemoryMarshal.GetReference(x);
        var i = 0;
        for (; i <= x.Length - 4; i += 4)
        {
            var next = Vector256.LoadUnsafe(ref start, (nuint)i);
            best = Vector256.ConditionalSelect(Vector256.LessThan(next, best), next, best);
        }

        var min = Math.Min(Math.Min(best[0], best[1]), Math.Min(best[2], best[3]));
        for (; i < x.Length; i++)
        {
            min = x[i] < min ? x[i] : min;
        }

        return min;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Fold(Vector256<double> low, Vector256<double> high)
    {
        var sum = low + high;
        return (sum[0] + sum[2]) + (sum[1] + sum[3]);
    }
}
