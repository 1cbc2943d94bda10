using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Place of the smallest value, the oldest of equals.</summary>
internal readonly record struct LowestPlaceWindow : IWindow
{
    public double Over(ReadOnlySpan<double> window) => window.IndexOf(SpanMath.Min(window));
}
