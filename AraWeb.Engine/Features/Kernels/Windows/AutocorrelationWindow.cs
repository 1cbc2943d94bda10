using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Correlation of the values with those a lag before, around one mean; 0 for equal values.</summary>
/// <param name="Lag">Rows between the two, fewer than the window has.</param>
internal readonly record struct AutocorrelationWindow(int Lag) : IWindow
{
    public double Over(ReadOnlySpan<double> window)
    {
        var mean = SpanMath.Mean(window);
        return At(window, mean, SpanMath.SumOfSquares(window, mean), Lag);
    }

    /// <summary>The same from the mean and the sum of squared distances from it.</summary>
    public static double At(ReadOnlySpan<double> window, double mean, double spread, int lag) =>
        spread == 0 ? 0 : SpanMath.SumOfProducts(window[lag..], mean, window[..^lag], mean) / spread;
}
