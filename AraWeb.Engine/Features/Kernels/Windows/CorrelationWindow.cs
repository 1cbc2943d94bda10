using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Pearson's correlation; unknown where a column does not vary.</summary>
internal readonly record struct CorrelationWindow : IPairWindow
{
    public double Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (meanFirst, meanSecond) = (SpanMath.Mean(first), SpanMath.Mean(second));
        var spread = SpanMath.SumOfSquares(first, meanFirst) * SpanMath.SumOfSquares(second, meanSecond);
        return spread == 0 ? double.NaN : Math.Clamp(SpanMath.SumOfProducts(first, meanFirst, second, meanSecond) / Math.Sqrt(spread), -1, 1);
    }
}
