using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Smallest value.</summary>
internal readonly record struct LowestWindow : IWindow
{
    public double Over(ReadOnlySpan<double> window) => SpanMath.Min(window);
}
