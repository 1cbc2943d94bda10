using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Ease of movement.</summary>
internal sealed class EaseOfMovement : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);
    private static readonly IndicatorParameter Divisor = IndicatorParameter.Real("divisor", 100000000, 1, 1000000000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "emv",
        "Ease of movement",
        IndicatorFamily.Volume,
        "Move of the middle price for the volume that it took and the range of the bar, raw and averaged.",
        "Arms, The Arms Index (1989); StockCharts divides volumes by 100,000,000, Achelis by 10,000. Scales as price squared over volume. 0 without " +
        "volume.",
        [Period, Divisor],
        [new("emv", OutputUnit.Other), new("raw", OutputUnit.Other)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var range = bars.High - bars.Low;
        var raw = (bars.Median.Change(1) * range * values.Real(Divisor)).Over(bars.Volume, whenZero: 0);
        return [raw.Sma(values.Whole(Period)), raw];
    }
}
