namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>The oldest value.</summary>
internal readonly record struct OldestWindow : IWindow
{
    public double Over(ReadOnlySpan<double> window) => window[0];
}
