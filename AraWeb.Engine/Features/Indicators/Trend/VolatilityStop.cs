using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Volatility stop.</summary>
internal sealed class VolatilityStop : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 7, minimum: 1);
    private static readonly IndicatorParameter Multiplier = IndicatorParameter.Real("multiplier", 3, 0.1, 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "volatility-stop",
        "Volatility stop",
        IndicatorFamily.Trend,
        "A stop some average ranges from the most favourable close since the last reversal.",
        "Wilder, New Concepts in Technical Trading Systems (1978). The stop of a bar uses the range known before it. Begins in the " +
        "direction of the first close; Stock.Indicators shows values from the first reversal on only.",
        [Period, Multiplier],
        [new("stop", OutputUnit.PriceLevel), new("direction", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var distance = bars.TrueRange.Wilder(values.Whole(Period)) * values.Real(Multiplier);
        return Column.Recur([bars.Close, bars.Close.Shift(1), distance.Shift(1)], default(Reversal));
    }

    private record struct Reversal : IRecurrence
    {
        private bool _isBegun;
        private bool _isRising;
        private double _best;

        public readonly int Outputs => 2;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => _isBegun = false;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var (close, before, distance) = (inputs[0], inputs[1], inputs[2]);
            if (!_isBegun)
            {
                (_isBegun, _isRising, _best) = (true, close >= before, before);
            }

            var stop = _isRising ? _best - distance : _best + distance;
            (results[0], results[1]) = (stop, _isRising ? 1 : -1);
            if (_isRising ? close < stop : close > stop)
            {
                (_isRising, _best) = (!_isRising, close);
            }
            else
            {
                _best = _isRising ? Math.Max(_best, close) : Math.Min(_best, close);
            }
        }
    }
}
