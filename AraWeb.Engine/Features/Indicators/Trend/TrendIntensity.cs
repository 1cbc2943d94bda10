using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Trend intensity index.</summary>
internal sealed class TrendIntensity : IIndicator
{
    private static readonly IndicatorParameter Average = IndicatorParameter.Whole("average", 60, minimum: 1);
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 30, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "trend-intensity",
        "Trend intensity index",
        IndicatorFamily.Trend,
        "Share of the distances above a long simple average in all distances from it, in percent.",
        "Pee (2002): distances of the last closes, each from the average of its own bar. 50 where all lie on it.",
        [Average, Period],
        [new("tii", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var distance = bars.Close - bars.Close.Sma(values.Whole(Average));
        var above = distance.AtLeast(0).Total(length);
        return [above.Over(above + (-distance).AtLeast(0).Total(length), whenZero: 0.5) * 100];
    }
}
