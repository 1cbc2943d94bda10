using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Mean squared distance from the mean, in two passes; exactly 0 for equal values.</summary>
/// <param name="DegreesLost">0 for a population, 1 for a sample.</param>
internal readonly record struct VarianceWindow(int DegreesLost) : IWindow
{
    public double Over(ReadOnlySpan<double> window) => SpanMath.SumOfSquares(window, SpanMath.Mean(window)) / (window.Length - DegreesLost);
}
