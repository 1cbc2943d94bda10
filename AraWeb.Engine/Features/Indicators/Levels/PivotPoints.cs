using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Classic pivot points.</summary>
internal sealed class PivotPoints : IIndicator
{
    private static readonly IndicatorParameter Days = IndicatorParameter.Whole("days", 1, minimum: 1, maximum: 31);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "pivot-points",
        "Pivot points",
        IndicatorFamily.Levels,
        "Support and resistance from the high, low and close of the period before.",
        "Floor traders; resistance 3 is high + 2 (pivot - low), as in Stock.Indicators. Of the last whole period before the bar's own: 1 " +
        "day is a session, 7 days a week from Monday. Until one is over, the bars so far stand in for it.",
        [Days],
        [
            new("pp", OutputUnit.PriceLevel, Minimum: 0),
            new("r1", OutputUnit.PriceLevel),
            new("r2", OutputUnit.PriceLevel),
            new("r3", OutputUnit.PriceLevel),
            new("s1", OutputUnit.PriceLevel),
            new("s2", OutputUnit.PriceLevel),
            new("s3", OutputUnit.PriceLevel),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var before = bars.PriorPeriod(values.Whole(Days));
        return RollingPivots.Levels(before.High, before.Low, before.Close);
    }
}
