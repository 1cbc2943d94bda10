using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed.Activations;

/// <summary>1 / (1 + exp(-x)).</summary>
internal readonly struct Sigmoid : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Value(Vector512<float> x) => SingleMath.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Slope(Vector512<float> x, Vector512<float> y) => y * (Vector512<float>.One - y);
}
