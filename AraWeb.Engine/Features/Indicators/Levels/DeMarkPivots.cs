using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>DeMark pivot points.</summary>
internal sealed class DeMarkPivots : IIndicator
{
    private static readonly IndicatorParameter Days = IndicatorParameter.Whole("days", 1, minimum: 1, maximum: 31);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "demark-pivots",
        "DeMark pivots",
        IndicatorFamily.Levels,
        "Pivot with one level each above and below, which lean to the side on which the period before closed.",
        "DeMark, The New Science of Technical Analysis (1994): the low counts double after a fall from open to close, the high after a " +
        "rise, else the close. Of the last whole period before the bar's own: 1 day is a session, 7 days a week from Monday. Until one is " +
        "over, the bars so far stand in for it.",
        [Days],
        [new("pp", OutputUnit.PriceLevel, Minimum: 0), new("r1", OutputUnit.PriceLevel), new("s1", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var before = bars.PriorPeriod(values.Whole(Days));
        var twice = before.Open.Zip(before.High, before.Low, before.Close, static (open, high, low, close) => close < open ? low : close > open ? high : close);
        var sum = before.High + before.Low + before.Close + twice;
        return [sum / 4, (sum / 2) - before.Low, (sum / 2) - before.High];
    }
}
