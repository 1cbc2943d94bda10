using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Vortex indicator.</summary>
internal sealed class Vortex : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vortex",
        "Vortex indicator",
        IndicatorFamily.Trend,
        "Upward and downward reach of the bars beyond the bars before, in parts of the true range.",
        "Botes and Siepman (2010). 1 where nothing moved.",
        [Period],
        [new("plus", OutputUnit.Scaleless, Minimum: 0), new("minus", OutputUnit.Scaleless, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var range = bars.TrueRange.Total(length);
        return
        [
            (bars.High - bars.Low.Shift(1)).Abs().Total(length).Over(range, whenZero: 1),
            (bars.Low - bars.High.Shift(1)).Abs().Total(length).Over(range, whenZero: 1),
        ];
    }
}
