using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Arithmetic mean, exact for equal values.</summary>
internal readonly record struct MeanWindow : IWindow
{
    public double Over(ReadOnlySpan<double> window) => SpanMath.Mean(window);
}
