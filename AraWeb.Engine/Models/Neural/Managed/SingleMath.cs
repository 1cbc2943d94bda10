using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// Functions of sixteen floats at once, good to a few units in the seventh digit. Where vectors of 64 bytes are no hardware the runtime takes two of 32.
/// </summary>
internal static class SingleMath
{
    // Beyond these the result would leave the range of normal floats.
    private const float LeastExponent = -87.33f;
    private const float MostExponent = 88.37f;

    // Adding 1.5 * 2^23 leaves the rounded number in the low bits of a float.
    private const float Rounder = 12582912f;
    private const int ExponentShift = 23;
    private const int ExponentBias = 127;
    private const float LogTwoE = 1.44269504f;

    // ln 2 in two parts, the first with few digits so that its multiples are exact; polynomial of expf in the Cephes library (S. Moshier).
    private const float LnTwoHigh = 0.693359375f;
    private const float LnTwoLow = -2.12194440e-4f;

    /// <summary>exp(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        // The native functions give their second argument where one is no number, so that this stays none.
        x = Vector512.MinNative(Vector512.Create(MostExponent), Vector512.MaxNative(Vector512.Create(LeastExponent), x));
        var shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(LogTwoE), Vector512.Create(Rounder));
        var whole = shifted - Vector512.Create(Rounder);
        var r = Vector512.FusedMultiplyAdd(whole, Vector512.Create(-LnTwoHigh), x);
        r = Vector512.FusedMultiplyAdd(whole, Vector512.Create(-LnTwoLow), r);
        var y = Vector512.Create(1.9875691500e-4f);
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(1.3981999507e-3f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(8.3334519073e-3f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(4.1665795894e-2f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(1.6666665459e-1f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(5.0000001201e-1f));
        y = Vector512.FusedMultiplyAdd(y, r * r, r + Vector512<float>.One);
        var power = Vector512.ShiftLeft(shifted.AsInt32() + Vector512.Create(ExponentBias), ExponentShift).AsSingle();
        return y * power;
    }

    /// <summary>The largest element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Vector512<float> x)
    {
        var half = Vector256.MaxNative(x.GetLower(), x.GetUpper());
        var quarter = Vector128.MaxNative(half.GetLower(), half.GetUpper());
        quarter = Vector128.MaxNative(quarter, Vector128.Shuffle(quarter, Vector128.Create(2, 3, 0, 1)));
        return MathF.Max(quarter[0], quarter[1]);
    }

    /// <summary>1 / (1 + exp(-x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>Hyperbolic tangent; the error is absolute, about 1e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => Vector512<float>.One - (Vector512.Create(2f) / (Vector512<float>.One + Exp(x + x)));

    /// <summary>Density and distribution function of the normal law (Abramowitz and Stegun 7.1.26, error below 1.5e-7).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Density, Vector512<float> Share) Normal(Vector512<float> x)
    {
        const float inverseRootTwo = 0.70710678f;
        const float inverseRootTwoPi = 0.39894228f;
        var distance = Vector512.Abs(x) * inverseRootTwo;
        var decay = Exp(-(distance * distance));
        var t = Vector512<float>.One / Vector512.FusedMultiplyAdd(Vector512.Create(0.3275911f), distance, Vector512<float>.One);
        var y = Vector512.Create(1.061405429f);
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(-1.453152027f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(1.421413741f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(-0.284496736f));
        y = Vector512.FusedMultiplyAdd(y, t, Vector512.Create(0.254829592f));
        var tail = y * t * decay * 0.5f;
        return (decay * inverseRootTwoPi, Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), tail, Vector512<float>.One - tail));
    }
}
