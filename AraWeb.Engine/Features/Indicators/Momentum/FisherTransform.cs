using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Fisher transform.</summary>
internal sealed class FisherTransform : IIndicator
{
    // Places stop at this size, so that the transform of none exceeds half of ln(1.999 / 0.001); a value is at most twice that.
    private const double Limit = 0.999;
    private const double Bound = 7.601;

    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "fisher",
        "Fisher transform",
        IndicatorFamily.Momentum,
        "Place of the middle price in its range, stretched so that turning points stand out, with the value before as trigger.",
        "Ehlers, Stocks & Commodities (Nov 2002). Begins at zero when the window is full; a window without range counts as its middle.",
        [Period],
        [new("fisher", OutputUnit.Scaleless, -Bound, Bound), new("trigger", OutputUnit.Scaleless, -Bound, Bound)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var place = (bars.Median - bars.Median.Lowest(period)).Over(bars.Median.Highest(period) - bars.Median.Lowest(period), whenZero: 0.5);
        var line = place.Recur(default(Transform));
        return [line, line.Shift(1)];
    }

    private record struct Transform : IRecurrence
    {
        private double _place;
        private double _value;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => this = default;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var place = (0.66 * (inputs[0] - 0.5)) + (0.67 * _place);
            _place = place > 0.99 ? Limit : place < -0.99 ? -Limit : place;
            _value = (0.5 * Math.Log((1 + _place) / (1 - _place))) + (0.5 * _value);
            results[0] = _value;
        }
    }
}
