using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>McGinley dynamic.</summary>
internal sealed class McGinley : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);
    private static readonly IndicatorParameter Factor = IndicatorParameter.Real("factor", 0.6, 0.1, 1.0);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "mcginley",
        "McGinley dynamic",
        IndicatorFamily.Trend,
        "Average that follows a falling price faster than a rising one.",
        "McGinley (1990): + (close - average) / (factor period (close / average)^4), begun with the first close, as in Stock.Indicators. A " +
        "step never goes beyond the close.",
        [Period, Factor],
        [new("mcginley", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Recur(new Pursuit(values.Whole(Period) * values.Real(Factor)))];

    private record struct Pursuit(double Length) : IRecurrence
    {
        private double _average;
        private bool _isBegun;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => _isBegun = false;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var close = inputs[0];
            var ratio = close / _average;
            var pace = Length * ratio * ratio * ratio * ratio;
            _average = _isBegun && pace > 1 ? _average + ((close - _average) / pace) : close;
            _isBegun = true;
            results[0] = _average;
        }
    }
}
