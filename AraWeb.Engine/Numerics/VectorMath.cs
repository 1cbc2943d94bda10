using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Numerics;

/// <summary>
/// Exponential and logarithm of four doubles at once, by argument reduction and a series. The same to the last bit on every machine: the order of
/// operations is fixed and no product is fused with a sum. Relative error below 4e-16. Leaves out zero, infinities and NaN: callers keep arguments in
/// range.
/// </summary>
internal static class VectorMath
{
    /// <summary>Arguments of <see cref="Exp"/> below this count as this: 1e-304, the last power that is not subnormal with room to spare.</summary>
    public const double LowestExponent = -700;

    private const double HighestExponent = 700;
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts: the first has 21 trailing zero bits, so its products with a whole number below 2^21 are exact.
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // Adding 1.5 * 2^52 rounds to a whole number and leaves it in the low bits.
    private const double Rounder = 6755399441055744;
    private const int MantissaBits = 52;

    // The bits of the square root of a half, and what keeps powers of two positive.
    private const long RootOfHalf = 0x3FE6A09E667F3BCD;
    private const long PowerBias = 1024;

    /// <summary>e to the power of each value, which is first kept within -700 to 700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(LowestExponent)), Vector256.Create(HighestExponent));
        var shifted = (x * Log2E) + Vector256.Create(Rounder);
        var whole = shifted - Vector256.Create(Rounder);
        var r = x - (whole * Ln2High) - (whole * Ln2Low);

        // Taylor's series on |r| <= ln 2 / 2: the first term left out, r^14 / 14!, is below 5e-18. Paired (Estrin) so that terms do not wait for each
        // other.
        var r2 = r * r;
        var r4 = r2 * r2;
        var a = Vector256.Create(1.0) + r + (r2 * ((r * (1.0 / 6)) + Vector256.Create(0.5)));
        var b = (r * (1.0 / 120)) + Vector256.Create(1.0 / 24) + (r2 * ((r * (1.0 / 5040)) + Vector256.Create(1.0 / 720)));
        var c = (r * (1.0 / 362880)) + Vector256.Create(1.0 / 40320) + (r2 * ((r * (1.0 / 39916800)) + Vector256.Create(1.0 / 3628800)));
        var d = (r * (1.0 / 6227020800)) + Vector256.Create(1.0 / 479001600);
        var series = a + (r4 * (b + (r4 * (c + (r4 * d)))));
        return (series.AsInt64() + (shifted.AsInt64() << MantissaBits)).AsDouble();
    }

    /// <summary>Natural logarithm of each value; what is not positive, finite and normal gives a number without meaning.</summary>
    /// <param name="values">[n].</param>
    /// <param name="logs">[n] receives them.</param>
    public static void Log(ReadOnlySpan<double> values, Span<double> logs)
    {
        var width = Vector256<double>.Count;
        var i = 0;
        for (; i + width <= values.Length; i += width)
        {
            Log(Vector256.Create(values[i..])).CopyTo(logs[i..]);
        }

        if (i < values.Length)
        {
            Span<double> rest = stackalloc double[width];
            rest.Fill(1);
            values[i..].CopyTo(rest);
            Log(Vector256.Create<double>(rest)).CopyTo(rest);
            rest[..(values.Length - i)].CopyTo(logs[i..]);
        }
    }

    /// <summary>Natural logarithm of each value; all must be positive, finite and not subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        // x = m * 2^k with m between the square roots of a half and of two.
        var bits = x.AsInt64();
        var biased = (bits - Vector256.Create(RootOfHalf - (PowerBias << MantissaBits))) >>> MantissaBits;
        var m = (bits - ((biased - Vector256.Create(PowerBias)) << MantissaBits)).AsDouble();
        var k = (biased + Vector256.Create(Rounder).AsInt64()).AsDouble() - Vector256.Create(Rounder + PowerBias);

        // ln m = 2 artanh(s), s = (m - 1) / (m + 1), |s| <= 0.1716: the first term left out, 2 s^23 / 23, is below 1e-17 of the sum.
        var f = m - Vector256.Create(1.0);
        var s = f / (m + Vector256.Create(1.0));
        var z = s * s;
        var z2 = z * z;
        var z4 = z2 * z2;
        var a = (z * (1.0 / 5)) + Vector256.Create(1.0 / 3);
        var b = (z * (1.0 / 9)) + Vector256.Create(1.0 / 7);
        var c = (z * (1.0 / 13)) + Vector256.Create(1.0 / 11);
        var d = (z * (1.0 / 17)) + Vector256.Create(1.0 / 15);
        var e = (z * (1.0 / 21)) + Vector256.Create(1.0 / 19);
        var series = a + (z2 * b) + (z4 * (c + (z2 * d) + (z4 * e)));

        // 2 s = f - s f exactly, so the leading term keeps its last bits.
        return (k * Ln2High) + (f - ((s * (f - (2 * z * series))) - (k * Ln2Low)));
    }
}
