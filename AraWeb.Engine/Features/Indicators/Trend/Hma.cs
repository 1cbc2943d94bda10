using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Hull moving average.</summary>
internal sealed class Hma : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "hma",
        "Hull moving average",
        IndicatorFamily.Trend,
        "Weighted average of the distance by which a fast weighted average runs ahead of a slow one.",
        "Hull (2005): WMA over the root of the period of 2 WMA(period / 2) - WMA(period); half and root are cut to whole bars.",
        [Period],
        [new("hma", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        return [((bars.Close.Wma(length / 2) * 2) - bars.Close.Wma(length)).Wma((int)Math.Sqrt(length))];
    }
}
