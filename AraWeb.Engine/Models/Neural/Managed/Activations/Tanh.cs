using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed.Activations;

/// <summary>Hyperbolic tangent.</summary>
internal readonly struct Tanh : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Value(Vector512<float> x) => SingleMath.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Slope(Vector512<float> x, Vector512<float> y) => Vector512<float>.One - (y * y);
}
