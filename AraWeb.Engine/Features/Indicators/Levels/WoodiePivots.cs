using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Woodie pivot points.</summary>
internal sealed class WoodiePivots : IIndicator
{
    private static readonly IndicatorParameter Days = IndicatorParameter.Whole("days", 1, minimum: 1, maximum: 31);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "woodie",
        "Woodie pivots",
        IndicatorFamily.Levels,
        "Pivot points that give the open of the running period the weight of two prices.",
        "Woodie, with the open of the running period, as in Stock.Indicators; others take the close before. Of the last whole period before " +
        "the bar's own: 1 day is a session, 7 days a week from Monday. Until one is over, the bars so far stand in for it.",
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
        var (high, low) = (before.High, before.Low);
        var pivot = (high + low + (before.NextOpen * 2)) / 4;
        var range = high - low;
        return
        [
            pivot, (pivot * 2) - low, pivot + range, high + ((pivot - low) * 2),
            (pivot * 2) - high, pivot - range, low - ((high - pivot) * 2),
        ];
    }
}
