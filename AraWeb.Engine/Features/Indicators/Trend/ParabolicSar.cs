using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Parabolic stop and reverse.</summary>
internal sealed class ParabolicSar : IIndicator
{
    private static readonly IndicatorParameter Step = IndicatorParameter.Real("step", 0.02, 0.001, 0.5);
    private static readonly IndicatorParameter Maximum = IndicatorParameter.Real("maximum", 0.2, 0.01, 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "psar",
        "Parabolic SAR",
        IndicatorFamily.Trend,
        "A stop that closes in on the price ever faster while the trend makes new extremes, and jumps to the other side when it is touched.",
        "Wilder, New Concepts in Technical Trading Systems (1978). Begins long from the first low and never enters the two bars before; " +
        "Stock.Indicators shows values from the first reversal on only, and a sheet of StockCharts leaves the two bars out of account.",
        [Step, Maximum],
        [new("sar", OutputUnit.PriceLevel, Minimum: 0), new("direction", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        Column.Recur([bars.High, bars.Low], new Parabola(values.Real(Step), values.Real(Maximum)));

    private record struct Parabola(double Increment, double Limit) : IRecurrence
    {
        private bool _isBegun;
        private bool _isRising;
        private double _stop;
        private double _extreme;
        private double _factor;
        private double _high1;
        private double _high2;
        private double _low1;
        private double _low2;

        public readonly int Outputs => 2;

        public readonly int LeadOf(int output) => 1;

        public void Reset() => _isBegun = false;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var (high, low) = (inputs[0], inputs[1]);
            if (_isBegun)
            {
                Advance(high, low);
                (results[0], results[1]) = (_stop, _isRising ? 1 : -1);
            }
            else
            {
                (_isBegun, _isRising, _stop, _extreme, _factor) = (true, true, low, high, Math.Min(Increment, Limit));
                (_high1, _low1) = (high, low);
                results.Fill(double.NaN);
            }

            (_high2, _low2, _high1, _low1) = (_high1, _low1, high, low);
        }

        // The stop may not enter the range of the two bars before.
        private void Advance(double high, double low)
        {
            var next = _stop + (_factor * (_extreme - _stop));
            next = _isRising ? Math.Min(next, Math.Min(_low1, _low2)) : Math.Max(next, Math.Max(_high1, _high2));
            if (_isRising ? low < next : high > next)
            {
                (_isRising, _stop, _extreme, _factor) = (!_isRising, _extreme, _isRising ? low : high, Math.Min(Increment, Limit));
                return;
            }

            _stop = next;
            if (_isRising ? high > _extreme : low < _extreme)
            {
                (_extreme, _factor) = (_isRising ? high : low, Math.Min(_factor + Increment, Limit));
            }
        }
    }
}
