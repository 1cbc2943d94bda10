using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Swing index.</summary>
internal sealed class SwingIndex : IIndicator
{
    private static readonly IndicatorParameter Limit = IndicatorParameter.Real("limit", 10, 0.1, 100);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "swing",
        "Swing index",
        IndicatorFamily.Momentum,
        "Strength of the move from the bar before from open, high, low and close; its running sum is the accumulative swing index.",
        "Wilder, New Concepts in Technical Trading Systems (1978). The limit move is a percentage of the close before, since most markets have none. " +
        "0 where nothing moved.",
        [Limit],
        [new("swing", OutputUnit.Scaleless), new("accumulated", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var swing = Column.Recur([bars.Open, bars.High, bars.Low, bars.Close], new Swing(values.Real(Limit)))[0];
        return [swing, swing.Cumulate()];
    }

    private record struct Swing(double Limit) : IRecurrence
    {
        private double _open;
        private double _close;
        private bool _hasBefore;

        public readonly int LeadOf(int output) => 1;

        public void Reset() => this = new Swing(Limit);

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            results[0] = _hasBefore ? Of(inputs[0], inputs[1], inputs[2], inputs[3]) : double.NaN;
            (_open, _close, _hasBefore) = (inputs[0], inputs[3], true);
        }

        private readonly double Of(double open, double high, double low, double close)
        {
            var (up, down, range, body) = (Math.Abs(high - _close), Math.Abs(low - _close), high - low, Math.Abs(_close - _open) / 4);
            var size = body + (up >= down && up >= range ? up - (down / 2) : down >= range ? down - (up / 2) : range);
            var move = close - _close + ((close - open) / 2) + ((_close - _open) / 4);
            return size == 0 || _close == 0 ? 0 : 50 * (move / size) * (Math.Max(up, down) / (_close * Limit / 100));
        }
    }
}
