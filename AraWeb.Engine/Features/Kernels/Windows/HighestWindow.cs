using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Greatest value.</summary>
internal readonly record struct HighestWindow : IWindow
{
    public double Over(ReadOnlySpan<double> window) => SpanMath.Max(window);
}
