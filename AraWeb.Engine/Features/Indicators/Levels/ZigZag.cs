using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Zigzag.</summary>
internal sealed class ZigZag : IIndicator
{
    private static readonly IndicatorParameter Percent = IndicatorParameter.Real("percent", 5, 0.1, 50);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "zigzag",
        "ZigZag",
        IndicatorFamily.Levels,
        "The latest turning point that a counter-move of some percent has confirmed, the direction since, and the extreme reached.",
        "Merrill (1977), over closes. Charts draw the line back to the turning point; here it is given at the bar that confirms it. Before " +
        "the first the direction is 0 and the point the first close.",
        [Percent],
        [
            new("pivot", OutputUnit.PriceLevel, Minimum: 0),
            new("direction", OutputUnit.Scaleless, -1, 1),
            new("extreme", OutputUnit.PriceLevel, Minimum: 0),
            new("retraced", OutputUnit.Scaleless, 0, 50),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var legs = Column.Recur([bars.Close], new Legs(values.Real(Percent) / 100));
        return [legs[0], legs[1], legs[2], ((bars.Close - legs[2]) / legs[2] * 100).Abs()];
    }

    private record struct Legs(double Share) : IRecurrence
    {
        private int _direction;
        private bool _isBegun;
        private double _pivot;
        private double _high;
        private double _low;

        public readonly int Outputs => 3;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => (_direction, _isBegun) = (0, false);

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var close = inputs[0];
            if (!_isBegun)
            {
                (_isBegun, _pivot, _high, _low) = (true, close, close, close);
            }

            (_high, _low) = (Math.Max(_high, close), Math.Min(_low, close));
            if (_direction >= 0 && close <= _high * (1 - Share))
            {
                (_direction, _pivot, _low) = (-1, _high, close);
            }
            else if (_direction <= 0 && close >= _low * (1 + Share))
            {
                (_direction, _pivot, _high) = (1, _low, close);
            }

            (results[0], results[1]) = (_pivot, _direction);
            results[2] = _direction > 0 ? _high : _direction < 0 ? _low : close;
        }
    }
}
