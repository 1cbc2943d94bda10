using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>DeMarker.</summary>
internal sealed class DeMarker : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "demarker",
        "DeMarker",
        IndicatorFamily.Momentum,
        "Share of the rises of the high in the moves of highs up and lows down.",
        "DeMark, The New Science of Technical Analysis (1994). 0.5 where neither moved.",
        [Period],
        [new("demarker", OutputUnit.Scaleless, 0, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var up = bars.High.Change(1).AtLeast(0).Total(values.Whole(Period));
        var down = (-bars.Low.Change(1)).AtLeast(0).Total(values.Whole(Period));
        return [up.Over(up + down, whenZero: 0.5)];
    }
}
