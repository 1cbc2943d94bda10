using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Commodity channel index.</summary>
internal sealed class CommodityChannel : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "cci",
        "Commodity channel index",
        IndicatorFamily.Momentum,
        "Distance of the typical price from its average, in units of its mean deviation.",
        "Lambert, Commodities (Oct 1980), with his constant 0.015. 0 where the price did not move.",
        [Period],
        [new("cci", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        return [(bars.Typical - bars.Typical.Sma(period)).Over(bars.Typical.MeanDeviation(period) * 0.015, whenZero: 0)];
    }
}
