using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Slope per bar of the least-squares line, exactly 0 for equal values.</summary>
/// <param name="Weights">[length] weights that sum to zero, from <see cref="Windows.Weights.Slope"/>.</param>
internal readonly record struct SlopeWindow(double[] Weights) : IWindow
{
    // Weights that sum to zero allow any origin.
    public double Over(ReadOnlySpan<double> window) => SpanMath.SumOfProducts(window, window[0], Weights, 0);
}
