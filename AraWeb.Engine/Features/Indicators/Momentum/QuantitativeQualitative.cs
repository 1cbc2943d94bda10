using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Quantitative qualitative estimation.</summary>
internal sealed class QuantitativeQualitative : IIndicator
{
    private static readonly IndicatorParameter RsiPeriod = IndicatorParameter.Whole("rsi", 14, minimum: 1);
    private static readonly IndicatorParameter Smooth = IndicatorParameter.Whole("smooth", 5, minimum: 1);
    private static readonly IndicatorParameter Factor = IndicatorParameter.Real("factor", 4.236, 0.1, 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "qqe",
        "QQE",
        IndicatorFamily.Momentum,
        "Smoothed RSI with a trailing line at a multiple of its own average move.",
        "Ignatov (MetaTrader, 2006): moves smoothed twice over 2 n - 1 bars; the line turns when the RSI passes it.",
        [RsiPeriod, Smooth, Factor],
        [new("qqe", OutputUnit.Scaleless, 0, 100), new("trail", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = Rsi.Of(bars.Close, values.Whole(RsiPeriod)).Ema(values.Whole(Smooth));
        var length = (2 * values.Whole(RsiPeriod)) - 1;
        var distance = line.Change(1).Abs().Ema(length).Ema(length) * values.Real(Factor);
        return [line, line.Recur(distance, default(Trail))];
    }

    private record struct Trail : IRecurrence
    {
        private double _before;
        private double _lower;
        private double _upper;
        private bool _isFalling;
        private bool _hasBefore;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => this = default;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var (value, distance) = (inputs[0], inputs[1]);
            var (lower, upper) = (value - distance, value + distance);
            if (_hasBefore)
            {
                _isFalling = value < _lower || (_isFalling && value <= _upper);
                lower = _before > _lower && value > _lower ? Math.Max(_lower, lower) : lower;
                upper = _before < _upper && value < _upper ? Math.Min(_upper, upper) : upper;
            }

            (_before, _lower, _upper, _hasBefore) = (value, lower, upper, true);
            results[0] = _isFalling ? upper : lower;
        }
    }
}
