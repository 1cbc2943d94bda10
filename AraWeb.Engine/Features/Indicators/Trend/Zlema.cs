using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Zero-lag exponential moving average.</summary>
internal sealed class Zlema : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "zlema",
        "Zero-lag exponential moving average",
        IndicatorFamily.Trend,
        "Exponential average of the close moved ahead by its change over the lag of the average.",
        "Ehlers and Way (2010): lag (period - 1) / 2 cut to whole bars. Begins with the simple average, as in Lean; Tulip begins with the first close.",
        [Period],
        [new("zlema", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        return [((bars.Close * 2) - bars.Close.Shift((length - 1) / 2)).Ema(length)];
    }
}
