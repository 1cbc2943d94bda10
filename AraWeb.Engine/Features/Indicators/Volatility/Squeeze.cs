using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Bollinger squeeze.</summary>
internal sealed class Squeeze : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);
    private static readonly IndicatorParameter Multiplier = IndicatorParameter.Real("multiplier", 2, 0.1, 10);
    private static readonly IndicatorParameter Range = IndicatorParameter.Real("range-multiplier", 1.5, 0.1, 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "squeeze",
        "Bollinger squeeze",
        IndicatorFamily.Volatility,
        "Whether the Bollinger bands lie inside the Keltner channels, how narrow they are against them, and the way the price leans.",
        "Carter, Mastering the Trade (2005): both around the simple average; momentum = end of the line through close - mean of " +
        "(mid-range, average). Tightness is 1 where nothing moved.",
        [Period, Multiplier, Range],
        [
            new("on", OutputUnit.Scaleless, 0, 1),
            new("tightness", OutputUnit.Scaleless, 0),
            new("momentum", OutputUnit.Price),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var average = bars.Close.Sma(period);
        var bands = bars.Close.PopulationDeviation(period) * values.Real(Multiplier);
        var channels = bars.TrueRange.Sma(period) * values.Real(Range);
        var middle = (((bars.High.Highest(period) + bars.Low.Lowest(period)) / 2) + average) / 2;
        return
        [
            bands.Zip(channels, static (narrow, wide) => narrow < wide ? 1 : 0),
            bands.Over(channels, whenZero: 1),
            (bars.Close - middle).LineEnd(period),
        ];
    }
}
