using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Volume-weighted MACD.</summary>
internal sealed class VolumeWeightedMacd : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 12);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 26);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 9, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vw-macd",
        "Volume-weighted MACD",
        IndicatorFamily.Volume,
        "MACD of exponential averages of the close that are weighted by volume.",
        "Dormeier, Investing with Volume Analysis (2011). The plain average of the close where nothing was traded.",
        [Fast, Slow, Signal],
        [new("macd", OutputUnit.Price), new("signal", OutputUnit.Price), new("histogram", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = Weighted(bars, values.Whole(Fast)) - Weighted(bars, values.Whole(Slow));
        var signal = line.Ema(values.Whole(Signal));
        return [line, signal, line - signal];
    }

    private static Column Weighted(BarInputs bars, int length) => (bars.Close * bars.Volume).Ema(length).Zip(
        bars.Volume.Ema(length), bars.Close.Ema(length), static (sum, weight, plain) => weight == 0 ? plain : sum / weight);
}
