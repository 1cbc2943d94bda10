using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Mean absolute distance from the mean.</summary>
internal readonly record struct MeanDeviationWindow : IWindow
{
    public double Over(ReadOnlySpan<double> window)
    {
        var mean = SpanMath.Mean(window);
        var sum = 0.0;
        foreach (var value in window)
        {
            sum += Math.Abs(value - mean);
        }

        return sum / window.Length;
    }
}
