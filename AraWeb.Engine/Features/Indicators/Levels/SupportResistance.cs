using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Support and resistance of a range.</summary>
internal sealed class SupportResistance : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "support-resistance",
        "Support and resistance",
        IndicatorFamily.Levels,
        "Highest high and lowest low of the bars before this one, and how far the close is from them in percent.",
        "Textbook; after Donchian, without the newest bar, so that a break shows as a negative distance.",
        [Period],
        [
            new("resistance", OutputUnit.PriceLevel, Minimum: 0),
            new("support", OutputUnit.PriceLevel, Minimum: 0),
            new("to-resistance", OutputUnit.Scaleless, Minimum: -100),
            new("to-support", OutputUnit.Scaleless, Maximum: 100),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var (resistance, support) = (bars.High.Highest(length).Shift(1), bars.Low.Lowest(length).Shift(1));
        return [resistance, support, (resistance - bars.Close) / bars.Close * 100, (bars.Close - support) / bars.Close * 100];
    }
}
