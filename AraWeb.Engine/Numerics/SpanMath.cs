using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Numerics;

/// <summary>
/// Sums over spans in a fixed order: sixteen running sums, then their tree. The result is the same to the last bit on every machine, wherever the span lies
/// in memory, because the order depends on the length alone and no product is fused with a sum. NaN propagates. Empty spans give 0.
/// </summary>
internal static class SpanMath
{
    private const int Width = 4;

    /// <summary>What is summed of one value.</summary>
    private interface ITerm
    {
        double Of(double x);

        Vector256<double> Of(Vector256<double> x);
    }

    /// <summary>What is summed of two values.</summary>
    private interface IPairTerm
    {
        double Of(double x, double y);

        Vector256<double> Of(Vector256<double> x, Vector256<double> y);
    }

    /// <summary>Sum of the values.</summary>
    public static double Sum(ReadOnlySpan<double> x) => Sum(x, default(Value));

    /// <summary>Sum of the products of two spans of one length.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Sum(x, y, default(Product));

    /// <summary>Sum of the values after <paramref name="origin"/> is taken from each; exactly 0 where all equal it.</summary>
    public static double SumFrom(ReadOnlySpan<double> x, double origin) => Sum(x, new Distance(origin));

    /// <summary>Sum of squared distances from <paramref name="origin"/>.</summary>
    public static double SumOfSquares(ReadOnlySpan<double> x, double origin) => Sum(x, new SquaredDistance(origin));

    /// <summary>Sum of (x - <paramref name="originX"/>)(y - <paramref name="originY"/>).</summary>
    public static double SumOfProducts(ReadOnlySpan<double> x, double originX, ReadOnlySpan<double> y, double originY) =>
        Sum(x, y, new ProductOfDistances(originX, originY));

    /// <summary>Arithmetic mean, exactly the common value where all are equal. NaN for an empty span.</summary>
    public static double Mean(ReadOnlySpan<double> x) => x.IsEmpty ? double.NaN : x[0] + (SumFrom(x, x[0]) / x.Length);

    /// <summary>Largest value of a span that is not empty and holds no NaN.</summary>
    public static double Max(ReadOnlySpan<double> x)
    {
        var max = x[0];
        var i = 0;
        if (x.Length >= Width)
        {
            var best = Vector256.Create(max);
            ref var start = ref MemoryMarshal.GetReference(x);
            for (; i <= x.Length - Width; i += Width)
            {
                var next = Vector256.LoadUnsafe(ref start, (nuint)i);
                best = Vector256.ConditionalSelect(Vector256.GreaterThan(next, best), next, best);
            }

            max = Math.Max(Math.Max(best[0], best[1]), Math.Max(best[2], best[3]));
        }

        for (; i < x.Length; i++)
        {
            max = x[i] > max ? x[i] : max;
        }

        return max;
    }

    /// <summary>Smallest value of a span that is not empty and holds no NaN.</summary>
    public static double Min(ReadOnlySpan<double> x)
    {
        var min = x[0];
        var i = 0;
        if (x.Length >= Width)
        {
            var best = Vector256.Create(min);
            ref var start = ref MemoryMarshal.GetReference(x);
            for (; i <= x.Length - Width; i += Width)
            {
                var next = Vector256.LoadUnsafe(ref start, (nuint)i);
                best = Vector256.ConditionalSelect(Vector256.LessThan(next, best), next, best);
            }

            min = Math.Min(Math.Min(best[0], best[1]), Math.Min(best[2], best[3]));
        }

        for (; i < x.Length; i++)
        {
            min = x[i] < min ? x[i] : min;
        }

        return min;
    }

    private static double Sum<TTerm>(ReadOnlySpan<double> x, TTerm term)
        where TTerm : struct, ITerm
    {
        var (a, b, c, d) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var startX = ref MemoryMarshal.GetReference(x);
        var i = 0;
        for (; i <= x.Length - (4 * Width); i += 4 * Width)
        {
            a += term.Of(Vector256.LoadUnsafe(ref startX, (nuint)i));
            b += term.Of(Vector256.LoadUnsafe(ref startX, (nuint)(i + Width)));
            c += term.Of(Vector256.LoadUnsafe(ref startX, (nuint)(i + (2 * Width))));
            d += term.Of(Vector256.LoadUnsafe(ref startX, (nuint)(i + (3 * Width))));
        }

        for (; i <= x.Length - Width; i += Width)
        {
            a += term.Of(Vector256.LoadUnsafe(ref startX, (nuint)i));
        }

        var four = (a + b) + (c + d);
        var sum = (four[0] + four[2]) + (four[1] + four[3]);
        for (; i < x.Length; i++)
        {
            sum += term.Of(x[i]);
        }

        return sum;
    }

    private static double Sum<TTerm>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, TTerm term)
        where TTerm : struct, IPairTerm
    {
        y = y[..x.Length];
        var (a, b, c, d) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var startX = ref MemoryMarshal.GetReference(x);
        ref var startY = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= x.Length - (4 * Width); i += 4 * Width)
        {
            a += term.Of(Vector256.LoadUnsafe(ref startX, (nuint)i), Vector256.LoadUnsafe(ref startY, (nuint)i));
            b += term.Of(Vector256.LoadUnsafe(ref startX, (nuint)(i + Width)), Vector256.LoadUnsafe(ref startY, (nuint)(i + Width)));
            c += term.Of(Vector256.LoadUnsafe(ref startX, (nuint)(i + (2 * Width))), Vector256.LoadUnsafe(ref startY, (nuint)(i + (2 * Width))));
            d += term.Of(Vector256.LoadUnsafe(ref startX, (nuint)(i + (3 * Width))), Vector256.LoadUnsafe(ref startY, (nuint)(i + (3 * Width))));
        }

        for (; i <= x.Length - Width; i += Width)
        {
            a += term.Of(Vector256.LoadUnsafe(ref startX, (nuint)i), Vector256.LoadUnsafe(ref startY, (nuint)i));
        }

        var four = (a + b) + (c + d);
        var sum = (four[0] + four[2]) + (four[1] + four[3]);
        for (; i < x.Length; i++)
        {
            sum += term.Of(x[i], y[i]);
        }

        return sum;
    }

    private readonly struct Value : ITerm
    {
        public double Of(double x) => x;

        public Vector256<double> Of(Vector256<double> x) => x;
    }

    private readonly struct Distance(double origin) : ITerm
    {
        public double Of(double x) => x - origin;

        public Vector256<double> Of(Vector256<double> x) => x - Vector256.Create(origin);
    }

    private readonly struct SquaredDistance(double origin) : ITerm
    {
        public double Of(double x) => (x - origin) * (x - origin);

        public Vector256<double> Of(Vector256<double> x)
        {
            var distance = x - Vector256.Create(origin);
            return distance * distance;
        }
    }

    private readonly struct Product : IPairTerm
    {
        public double Of(double x, double y) => x * y;

        public Vector256<double> Of(Vector256<double> x, Vector256<double> y) => x * y;
    }

    private readonly struct ProductOfDistances(double originX, double originY) : IPairTerm
    {
        public double Of(double x, double y) => (x - originX) * (y - originY);

        public Vector256<double> Of(Vector256<double> x, Vector256<double> y) => (x - Vector256.Create(originX)) * (y - Vector256.Create(originY));
    }
}
