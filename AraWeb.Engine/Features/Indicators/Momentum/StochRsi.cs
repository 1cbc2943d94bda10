using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Stochastic RSI.</summary>
internal sealed class StochRsi : IIndicator
{
    private static readonly IndicatorParameter RsiPeriod = IndicatorParameter.Whole("rsi", 14, minimum: 1);
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 3, minimum: 1);
    private static readonly IndicatorParameter Smooth = IndicatorParameter.Whole("smooth", 1, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "stoch-rsi",
        "Stochastic RSI",
        IndicatorFamily.Momentum,
        "Place of the RSI between its own extremes, in percent.",
        "Chande and Kroll, The New Technical Trader (1994), times 100 as in Stock.Indicators. 50 where the RSI has no range.",
        [RsiPeriod, Period, Signal, Smooth],
        [new("stoch-rsi", OutputUnit.Scaleless, 0, 100), new("signal", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var rsi = Rsi.Of(bars.Close, values.Whole(RsiPeriod));
        var line = Stochastic.Place(rsi, rsi, rsi, values.Whole(Period)).Sma(values.Whole(Smooth));
        return [line, line.Sma(values.Whole(Signal))];
    }
}
