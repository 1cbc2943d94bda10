using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Half-life of mean reversion.</summary>
internal sealed class HalfLife : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100, minimum: 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "half-life",
        "Half-life of mean reversion",
        IndicatorFamily.Statistical,
        "Bars after which half of a distance from the mean is gone; the length of the window where it does not revert faster than that.",
        "Chan, Algorithmic Trading (2013): -ln 2 / slope of the change on the level before, log closes, least squares with a constant; " +
        "capped at the window.",
        [Period],
        [new("bars", OutputUnit.Scaleless, 0, 500)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Log().Window(values.Whole(Period), default(HalfLifeWindow))];

    private readonly record struct HalfLifeWindow : IWindow
    {
        public double Over(ReadOnlySpan<double> window)
        {
            var before = window[..^1];
            var after = window[1..];
            var meanBefore = SpanMath.Mean(before);
            var meanAfter = meanBefore + ((window[^1] - window[0]) / before.Length);
            var spread = SpanMath.SumOfSquares(before, meanBefore);
            var slope = spread > 0 ? (SpanMath.SumOfProducts(before, meanBefore, after, meanAfter) / spread) - 1 : 0;
            return slope < 0 ? Math.Min(-Math.Log(2) / slope, window.Length) : window.Length;
        }
    }
}
