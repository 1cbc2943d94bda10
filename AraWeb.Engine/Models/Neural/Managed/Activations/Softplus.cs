using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed.Activations;

/// <summary>log(1 + exp(x)), written so that large x does not overflow. Used on few elements: the logarithm is the runtime's.</summary>
internal readonly struct Softplus : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Value(Vector512<float> x) =>
        Vector512.Max(x, Vector512<float>.Zero) + Vector512.Log(Vector512<float>.One + SingleMath.Exp(-Vector512.Abs(x)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Slope(Vector512<float> x, Vector512<float> y) => SingleMath.Sigmoid(x);
}
