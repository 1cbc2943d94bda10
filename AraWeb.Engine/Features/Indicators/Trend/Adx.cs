using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Directional movement.</summary>
internal sealed class Adx : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "adx",
        "Average directional index",
        IndicatorFamily.Trend,
        "Strength of a trend, with the shares of upward and downward movement in the range.",
        "Wilder, New Concepts in Technical Trading Systems (1978), with averages begun by simple ones, as in Stock.Indicators, Lean and " +
        "StockCharts; ADXR looks back a whole period, as in Stock.Indicators; Lean, TA-Lib and Tulip look back one bar less, and the latter " +
        "two begin their sums a bar earlier. 0 where there is no range or no movement.",
        [Period],
        [
            new("adx", OutputUnit.Scaleless, 0, 100),
            new("plus-di", OutputUnit.Scaleless, 0, 100),
            new("minus-di", OutputUnit.Scaleless, 0, 100),
            new("adxr", OutputUnit.Scaleless, 0, 100),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var (rise, fall) = (bars.High.Change(1), -bars.Low.Change(1));
        var range = bars.TrueRange.Wilder(length);
        var up = rise.Zip(fall, static (rise, fall) => rise > fall && rise > 0 ? rise : 0).Wilder(length);
        var down = fall.Zip(rise, static (fall, rise) => fall > rise && fall > 0 ? fall : 0).Wilder(length);
        var index = ((up - down).Abs().Over(up + down, whenZero: 0) * 100).Wilder(length);
        return
        [
            index,
            (up.Over(range, whenZero: 0) * 100).AtMost(100),
            (down.Over(range, whenZero: 0) * 100).AtMost(100),
            (index + index.Shift(length)) / 2,
        ];
    }
}
