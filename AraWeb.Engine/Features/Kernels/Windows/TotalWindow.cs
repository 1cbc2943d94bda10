using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Sum.</summary>
internal readonly record struct TotalWindow : IWindow
{
    public double Over(ReadOnlySpan<double> window) => SpanMath.Sum(window);
}
