using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Camarilla levels.</summary>
internal sealed class CamarillaPivots : IIndicator
{
    private static readonly IndicatorParameter Days = IndicatorParameter.Whole("days", 1, minimum: 1, maximum: 31);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "camarilla",
        "Camarilla levels",
        IndicatorFamily.Levels,
        "Four levels each above and below the last close, in shares of the range of the period before.",
        "Stott (1989): 1.1 times the range over 12, 6, 4 and 2. Of the last whole period before the bar's own: 1 day is a session, 7 days a " +
        "week from Monday. Until one is over, the bars so far stand in for it.",
        [Days],
        [
            new("r1", OutputUnit.PriceLevel, Minimum: 0),
            new("r2", OutputUnit.PriceLevel, Minimum: 0),
            new("r3", OutputUnit.PriceLevel, Minimum: 0),
            new("r4", OutputUnit.PriceLevel, Minimum: 0),
            new("s1", OutputUnit.PriceLevel),
            new("s2", OutputUnit.PriceLevel),
            new("s3", OutputUnit.PriceLevel),
            new("s4", OutputUnit.PriceLevel),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var before = bars.PriorPeriod(values.Whole(Days));
        var range = (before.High - before.Low) * 1.1;
        var close = before.Close;
        return
        [
            close + (range / 12), close + (range / 6), close + (range / 4), close + (range / 2),
            close - (range / 12), close - (range / 6), close - (range / 4), close - (range / 2),
        ];
    }
}
