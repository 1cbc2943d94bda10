using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Ultimate oscillator.</summary>
internal sealed class UltimateOscillator : IIndicator
{
    private static readonly IndicatorParameter Short = IndicatorParameter.Whole("short", 7, minimum: 1);
    private static readonly IndicatorParameter Middle = IndicatorParameter.Whole("middle", 14, minimum: 1);
    private static readonly IndicatorParameter Long = IndicatorParameter.Whole("long", 28, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "ultimate",
        "Ultimate oscillator",
        IndicatorFamily.Momentum,
        "Buying pressure over true range in three windows, the shortest with the most weight, in percent.",
        "Williams, Stocks & Commodities (Aug 1985). A window without range counts as half.",
        [Short, Middle, Long],
        [new("ultimate", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var before = bars.Close.Shift(1);
        var floor = bars.Low.Min(before);
        var (pressure, range) = (bars.Close - floor, bars.High.Max(before) - floor);
        var fast = (Share(pressure, range, values.Whole(Short)) * 4) + (Share(pressure, range, values.Whole(Middle)) * 2);
        return [(fast + Share(pressure, range, values.Whole(Long))) * (100.0 / 7)];
    }

    private static Column Share(Column pressure, Column range, int length) => pressure.Total(length).Over(range.Total(length), whenZero: 0.5);
}
