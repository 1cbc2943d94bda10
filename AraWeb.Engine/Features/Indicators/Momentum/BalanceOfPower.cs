using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Balance of power.</summary>
internal sealed class BalanceOfPower : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "bop",
        "Balance of power",
        IndicatorFamily.Momentum,
        "Close less open over high less low, averaged.",
        "Livshin, Stocks & Commodities (Aug 2001); period 1 gives the raw value of Tulip and TA-Lib. 0 where a bar has no range.",
        [Period],
        [new("bop", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [(bars.Close - bars.Open).Over(bars.High - bars.Low, whenZero: 0).Sma(values.Whole(Period))];
}
