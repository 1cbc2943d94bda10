using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Features.Kernels.Recurrences;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Instantaneous trendline by the Hilbert transform.</summary>
internal sealed class HilbertTrendline : IIndicator
{
    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "ht-trendline",
        "Hilbert trendline",
        IndicatorFamily.Trend,
        "Mean over one dominant cycle, so that the cycle falls out and the trend stays, with the length of that cycle in bars.",
        "Ehlers, Rocket Science for Traders (2001), over the middle of the bar, as in Stock.Indicators, which shows the bare price for the " +
        "first eleven bars.",
        [],
        [new("trendline", OutputUnit.PriceLevel, Minimum: 0), new("cycle", OutputUnit.Scaleless, 0, 50)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = Column.Recur([bars.Median], default(Homodyne))[Homodyne.Period];
        return Column.Recur([bars.Median, period], new CycleMean());
    }

    private record struct CycleMean : IRecurrence
    {
        private const int First = 11;
        private const int Longest = 64;
        private readonly double[] _prices;
        private int _count;
        private double _mean1;
        private double _mean2;
        private double _mean3;

        public CycleMean() => _prices = new double[2 * Longest];

        public readonly int Outputs => 2;

        public readonly int LeadOf(int output) => output == 0 ? First : Homodyne.Quiet;

        public void Reset() => _count = 0;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            // Each price stands twice, so that any stretch of them lies in one piece.
            var place = _count % Longest;
            _prices[place] = _prices[place + Longest] = inputs[0];
            _count = _count < 2 * Longest ? _count + 1 : _count - Longest + 1;
            var cycle = (int)(inputs[1] + 0.5);
            var length = _count <= Homodyne.Quiet ? 1 : Math.Clamp(cycle, 1, Math.Min(_count, Longest));
            var mean = SpanMath.Mean(_prices.AsSpan(place + Longest - length + 1, length));
            results[0] = _count <= First ? double.NaN : ((4 * mean) + (3 * _mean1) + (2 * _mean2) + _mean3) / 10;
            results[1] = _count <= Homodyne.Quiet ? double.NaN : cycle;
            (_mean3, _mean2, _mean1) = (_mean2, _mean1, mean);
        }
    }
}
