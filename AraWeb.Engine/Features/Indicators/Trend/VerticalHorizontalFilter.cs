using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Vertical horizontal filter.</summary>
internal sealed class VerticalHorizontalFilter : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 28);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vhf",
        "Vertical horizontal filter",
        IndicatorFamily.Trend,
        "Range of the last closes in parts of the way they went: high in a trend, low without.",
        "White (1991). 0 where nothing moved.",
        [Period],
        [new("vhf", OutputUnit.Scaleless, 0, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var range = bars.Close.Highest(length) - bars.Close.Lowest(length);
        return [range.Over(bars.Close.Change(1).Abs().Total(length), whenZero: 0).AtMost(1)];
    }
}
