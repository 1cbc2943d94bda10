using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Decycler.</summary>
internal sealed class Decycler : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 125, minimum: 5);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "decycler",
        "Decycler",
        IndicatorFamily.Trend,
        "The close without its swings shorter than the period.",
        "Ehlers, Cycle Analytics for Traders (2013): the close less a one-pole high pass. Begins with the first close.",
        [Period],
        [new("decycler", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var angle = 2 * Math.PI / values.Whole(Period);
        return [((bars.Close + bars.Close.Shift(1)) / 2).Recur(new Pole((Math.Cos(angle) + Math.Sin(angle) - 1) / Math.Cos(angle)))];
    }

    private record struct Pole(double Factor) : IRecurrence
    {
        private bool _isBegun;
        private double _value;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => _isBegun = false;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            _value = _isBegun ? _value + (Factor * (inputs[0] - _value)) : inputs[0];
            _isBegun = true;
            results[0] = _value;
        }
    }
}
