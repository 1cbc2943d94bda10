using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed.Activations;

/// <summary>x times the normal distribution function of x.</summary>
internal readonly struct Gelu : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Value(Vector512<float> x) => x * SingleMath.Normal(x).Share;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Slope(Vector512<float> x, Vector512<float> y)
    {
        var (density, share) = SingleMath.Normal(x);
        return Vector512.FusedMultiplyAdd(x, density, share);
    }
}
