using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Volume-weighted average price since an anchor.</summary>
internal sealed class AnchoredVwap : IIndicator
{
    private static readonly IndicatorParameter Days = IndicatorParameter.Whole("days", 1, minimum: 0, maximum: 366);
    private static readonly IndicatorParameter Deviations = IndicatorParameter.Real("deviations", 2, 0.1, 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vwap",
        "VWAP",
        IndicatorFamily.Volume,
        "Average typical price since the start of the session, weighted by volume, with bands at its weighted deviation.",
        "Berkowitz, Logue and Noser, Journal of Finance (1988). Days: 1 begins with each session (of a daily bar it is the typical price), 7 on " +
        "Mondays, 0 only at the first bar. The typical price where nothing was traded.",
        [Days, Deviations],
        [new("vwap", OutputUnit.PriceLevel, Minimum: 0), new("upper", OutputUnit.PriceLevel, Minimum: 0), new("lower", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var anchored = Of(bars, values.Whole(Days));
        var width = anchored[1] * values.Real(Deviations);
        return [anchored[0], anchored[0] + width, anchored[0] - width];
    }

    /// <summary>Weighted mean and weighted standard deviation of the typical price since the anchor.</summary>
    internal static Column[] Of(BarInputs bars, int days) => Column.Recur([bars.Typical, bars.Volume, bars.Session], new Anchored(days));

    private record struct Anchored(int Days) : IRecurrence
    {
        // 1970-01-05, day 4, was a Monday.
        private const int DaysFromMonday = 3;

        private double _volume;
        private double _mean;
        private double _spread;
        private double _stretch = double.NaN;

        public readonly int Outputs => 2;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => this = new Anchored(Days);

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var (price, volume) = (inputs[0], inputs[1]);
            var stretch = Days == 0 ? 0 : Math.Floor((inputs[2] + DaysFromMonday) / Days);
            if (stretch != _stretch)
            {
                (_volume, _spread, _stretch) = (0, 0, stretch);
            }

            // West (1979): the mean and the sum of squared distances, updated without cancellation.
            _volume += volume;
            var distance = price - _mean;
            _mean = _volume == volume ? price : _mean + (volume / _volume * distance);
            _spread = _volume == volume ? 0 : _spread + (volume * distance * (price - _mean));
            results[0] = _mean;
            results[1] = _volume == 0 ? 0 : Math.Sqrt(_spread / _volume);
        }
    }
}
