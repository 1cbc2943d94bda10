using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Klinger volume oscillator.</summary>
internal sealed class Klinger : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 34);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 55);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 13, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "kvo",
        "Klinger volume oscillator",
        IndicatorFamily.Volume,
        "Distance between a fast and a slow exponential average of the volume force, which follows the trend of the typical price.",
        "Klinger, Stocks & Commodities (Dec 1997), as in Stock.Indicators; Tulip leaves out the factor 2 within the force and begins averages with " +
        "the first value.",
        [Fast, Slow, Signal],
        [new("kvo", OutputUnit.Volume), new("signal", OutputUnit.Volume)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var force = Column.Recur([bars.High + bars.Low + bars.Close, bars.High - bars.Low, bars.Volume], default(Force))[0];
        var line = force.Ema(values.Whole(Fast)) - force.Ema(values.Whole(Slow));
        return [line, line.Ema(values.Whole(Signal))];
    }

    private record struct Force : IRecurrence
    {
        private double _priceBefore;
        private double _rangeBefore;
        private double _measure;
        private int _trend;
        private int _seen;

        public readonly int LeadOf(int output) => 2;

        public void Reset() => this = default;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var (price, range, volume) = (inputs[0], inputs[1], inputs[2]);
            var trend = _seen > 0 && price > _priceBefore ? 1 : -1;
            if (_seen > 1)
            {
                _measure = trend == _trend ? _measure + range : _rangeBefore + range;
            }

            results[0] = _seen < 2 ? double.NaN : _measure == 0 ? 0 : volume * Math.Abs(2 * ((range / _measure) - 1)) * trend * 100;
            (_priceBefore, _rangeBefore, _trend, _seen) = (price, range, trend, Math.Min(_seen + 1, 2));
        }
    }
}
