using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Wave trend oscillator.</summary>
internal sealed class WaveTrend : IIndicator
{
    private static readonly IndicatorParameter Channel = IndicatorParameter.Whole("channel", 10, minimum: 1);
    private static readonly IndicatorParameter Average = IndicatorParameter.Whole("average", 21, minimum: 1);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 4, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "wave-trend",
        "Wave trend oscillator",
        IndicatorFamily.Momentum,
        "Distance of the typical price from its average in units of its mean distance, smoothed, with its signal.",
        "LazyBear (TradingView, 2014). 0 where the price did not move.",
        [Channel, Average, Signal],
        [new("wave", OutputUnit.Scaleless), new("signal", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var distance = bars.Typical - bars.Typical.Ema(values.Whole(Channel));
        var wave = distance.Over(distance.Abs().Ema(values.Whole(Channel)) * 0.015, whenZero: 0).Ema(values.Whole(Average));
        return [wave, wave.Sma(values.Whole(Signal))];
    }
}
