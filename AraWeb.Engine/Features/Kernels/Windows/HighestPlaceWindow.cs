using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Place of the greatest value, the oldest of equals.</summary>
internal readonly record struct HighestPlaceWindow : IWindow
{
    public double Over(ReadOnlySpan<double> window) => window.IndexOf(SpanMath.Max(window));
}
