using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Aroon.</summary>
internal sealed class Aroon : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 25, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "aroon",
        "Aroon",
        IndicatorFamily.Trend,
        "How lately the highest high and the lowest low of the window were made, and the difference.",
        "Chande (1995). The window holds period + 1 bars; of equal extremes the oldest counts, as in Stock.Indicators; Lean and Tulip take the newest.",
        [Period],
        [new("up", OutputUnit.Scaleless, 0, 100), new("down", OutputUnit.Scaleless, 0, 100), new("oscillator", OutputUnit.Scaleless, -100, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var up = bars.High.HighestPlace(length + 1) / length * 100;
        var down = bars.Low.LowestPlace(length + 1) / length * 100;
        return [up, down, up - down];
    }
}
