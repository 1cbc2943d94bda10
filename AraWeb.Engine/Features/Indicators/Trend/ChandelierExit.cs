using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Chandelier exit.</summary>
internal sealed class ChandelierExit : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 22, minimum: 1);
    private static readonly IndicatorParameter Multiplier = IndicatorParameter.Real("multiplier", 3, 0.1, 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "chandelier",
        "Chandelier exit",
        IndicatorFamily.Trend,
        "Stops some average ranges below the highest high and above the lowest low.",
        "LeBeau; Elder, Come into My Trading Room (2002), with the average true range of Wilder, as in Stock.Indicators; Tulip begins it a bar earlier.",
        [Period, Multiplier],
        [new("long", OutputUnit.PriceLevel), new("short", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var distance = bars.TrueRange.Wilder(length) * values.Real(Multiplier);
        return [bars.High.Highest(length) - distance, bars.Low.Lowest(length) + distance];
    }
}
