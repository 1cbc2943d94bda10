using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>MESA adaptive moving average.</summary>
internal sealed class Mama : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Real("fast", 0.5, 0.01, 1);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Real("slow", 0.05, 0.001, 0.5);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "mama",
        "MESA adaptive moving average",
        IndicatorFamily.Trend,
        "Exponential average whose factor follows the pace of the phase of the price, with a slower follower.",
        "Ehlers (2001), over the middle of the bar; both lines begin with the mean of the first six, as in Stock.Indicators and Lean.",
        [Fast, Slow],
        [new("mama", OutputUnit.PriceLevel, Minimum: 0), new("fama", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var phase = Column.Recur([bars.Median], default(Homodyne))[Homodyne.Phase];
        return Column.Recur([bars.Median, phase], new Adaptation(values.Real(Fast), values.Real(Slow)));
    }

    private record struct Adaptation(double Fast, double Slow) : IRecurrence
    {
        private int _count;
        private double _phase;
        private double _leader;
        private double _follower;

        public readonly int Outputs => 2;

        public readonly int LeadOf(int output) => Homodyne.Quiet - 1;

        public void Reset() => (_count, _phase, _leader, _follower) = (0, 0, 0, 0);

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var (price, phase) = (inputs[0], inputs[1]);
            if (_count < Homodyne.Quiet)
            {
                _count++;
                _leader += (price - _leader) / _count;
                _follower = _leader;
            }
            else
            {
                // The factor falls with the pace of the phase in degrees a bar; below one degree it is the fast one.
                var factor = Math.Max(Fast / Math.Max(_phase - phase, 1), Slow);
                _leader += factor * (price - _leader);
                _follower += factor / 2 * (_leader - _follower);
            }

            _phase = phase;
            var value = _count < Homodyne.Quiet ? double.NaN : _leader;
            (results[0], results[1]) = (value, double.IsNaN(value) ? value : _follower);
        }
    }
}
