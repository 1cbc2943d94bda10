using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Super smoother.</summary>
internal sealed class SuperSmoother : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "super-smoother",
        "Super smoother",
        IndicatorFamily.Trend,
        "Two-pole filter that takes out swings shorter than the period with little lag.",
        "Ehlers, Cycle Analytics for Traders (2013). Begins with the first two closes.",
        [Period],
        [new("smooth", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Recur(Filter.Of(values.Whole(Period)))];

    private record struct Filter(double Newest, double Last, double Earlier) : IRecurrence
    {
        private int _count;
        private double _close;
        private double _last;
        private double _earlier;

        // Ehlers's 1.414 for the root of two.
        public static Filter Of(int period)
        {
            var decay = Math.Exp(-1.414 * Math.PI / period);
            var last = 2 * decay * Math.Cos(1.414 * Math.PI / period);
            var earlier = -decay * decay;
            return new Filter(1 - last - earlier, last, earlier);
        }

        public readonly int LeadOf(int output) => 0;

        public void Reset() => _count = 0;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var close = inputs[0];
            var value = _count < 2 ? close : (Newest * (close + _close) / 2) + (Last * _last) + (Earlier * _earlier);
            _count = Math.Min(_count + 1, 2);
            (_earlier, _last, _close) = (_last, value, close);
            results[0] = value;
        }
    }
}
