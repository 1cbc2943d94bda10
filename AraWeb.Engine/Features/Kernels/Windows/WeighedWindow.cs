using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Sum of the values times fixed weights.</summary>
/// <param name="Weights">[length] the oldest value's first; those from <see cref="Windows.Weights"/> are shared, so that equal windows are one.</param>
internal readonly record struct WeighedWindow(double[] Weights) : IWindow
{
    public double Over(ReadOnlySpan<double> window) => SpanMath.Dot(window, Weights);
}
