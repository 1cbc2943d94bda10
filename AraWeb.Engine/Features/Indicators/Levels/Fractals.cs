using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Williams's fractals.</summary>
internal sealed class Fractals : IIndicator
{
    private static readonly IndicatorParameter Wings = IndicatorParameter.Whole("wings", 2, minimum: 1, maximum: 50);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "fractals",
        "Williams fractals",
        IndicatorFamily.Levels,
        "The latest high and low that stand out from their neighbours on both sides, and the bars since each.",
        "Williams, Trading Chaos (1995): strictly beyond the bars of both wings. Given when the right wing is complete; until there is one, " +
        "the extreme so far.",
        [Wings],
        [
            new("high", OutputUnit.PriceLevel, Minimum: 0),
            new("low", OutputUnit.PriceLevel, Minimum: 0),
            new("high-age", OutputUnit.Scaleless, Minimum: 0),
            new("low-age", OutputUnit.Scaleless, Minimum: 0),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var wings = values.Whole(Wings);
        var (top, bottom) = (bars.High.SwingHigh(wings, wings), bars.Low.SwingLow(wings, wings));
        return [top.Latest, bottom.Latest, top.Age, bottom.Age];
    }
}
