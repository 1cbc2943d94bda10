using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Laguerre RSI.</summary>
internal sealed class LaguerreRsi : IIndicator
{
    private static readonly IndicatorParameter Gamma = IndicatorParameter.Real("gamma", 0.5, 0.05, 0.95);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "laguerre-rsi",
        "Laguerre RSI",
        IndicatorFamily.Momentum,
        "Share of the rises among four steps of a Laguerre filter: a smooth RSI with little delay.",
        "Ehlers, Cybernetic Analysis for Stocks and Futures (2004). The filter begins at the first close. 0.5 where it did not move.",
        [Gamma],
        [new("laguerre-rsi", OutputUnit.Scaleless, 0, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Recur(new Filter(values.Real(Gamma)))];

    private record struct Filter(double Gamma) : IRecurrence
    {
        private double _first;
        private double _second;
        private double _third;
        private double _fourth;
        private int _seen;

        public readonly int LeadOf(int output) => 3;

        public void Reset() => this = new Filter(Gamma);

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var price = inputs[0];
            if (_seen == 0)
            {
                (_first, _second, _third, _fourth) = (price, price, price, price);
            }

            // Each step is written as a move from its old value, so that an unchanged price changes nothing.
            var first = price + (Gamma * (_first - price));
            var second = _first + (Gamma * (_second - first));
            var third = _second + (Gamma * (_third - second));
            var fourth = _third + (Gamma * (_fourth - third));
            (_first, _second, _third, _fourth) = (first, second, third, fourth);
            var up = Math.Max(first - second, 0) + Math.Max(second - third, 0) + Math.Max(third - fourth, 0);
            var down = Math.Max(second - first, 0) + Math.Max(third - second, 0) + Math.Max(fourth - third, 0);
            _seen = Math.Min(_seen + 1, 4);
            results[0] = _seen < 4 ? double.NaN : up + down == 0 ? 0.5 : up / (up + down);
        }
    }
}
