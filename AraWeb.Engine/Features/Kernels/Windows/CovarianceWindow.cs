using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Mean product of the distances from the means.</summary>
internal readonly record struct CovarianceWindow : IPairWindow
{
    public double Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second) =>
        SpanMath.SumOfProducts(first, SpanMath.Mean(first), second, SpanMath.Mean(second)) / first.Length;
}
