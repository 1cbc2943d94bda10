using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Heikin-Ashi bars.</summary>
internal sealed class HeikinAshi : IIndicator
{
    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "heikin-ashi",
        "Heikin-Ashi",
        IndicatorFamily.Trend,
        "Bars of averaged prices, which hide the noise of single bars.",
        "Valcu (2004); the first open is the middle of open and close.",
        [],
        [
            new("open", OutputUnit.PriceLevel, Minimum: 0),
            new("high", OutputUnit.PriceLevel, Minimum: 0),
            new("low", OutputUnit.PriceLevel, Minimum: 0),
            new("close", OutputUnit.PriceLevel, Minimum: 0),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        Column.Recur([bars.Open, bars.High, bars.Low, bars.Close], default(AverageBar));

    private record struct AverageBar : IRecurrence
    {
        private bool _isBegun;
        private double _open;
        private double _close;

        public readonly int Outputs => 4;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => _isBegun = false;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var (open, high, low, close) = (inputs[0], inputs[1], inputs[2], inputs[3]);
            _open = (_isBegun ? _open + _close : open + close) / 2;
            _close = (open + high + low + close) / 4;
            _isBegun = true;
            (results[0], results[1], results[2], results[3]) = (_open, Math.Max(high, Math.Max(_open, _close)), Math.Min(low, Math.Min(_open, _close)), _close);
        }
    }
}
