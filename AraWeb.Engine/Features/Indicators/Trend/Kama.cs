using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Kaufman's adaptive moving average.</summary>
internal sealed class Kama : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 10, minimum: 1);
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 2, minimum: 1, maximum: 100);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 30, minimum: 1, maximum: 500);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "kama",
        "Kaufman's adaptive moving average",
        IndicatorFamily.Trend,
        "Exponential average that is fast while the price moves in one direction and slow while it wanders.",
        "Kaufman, Trading Systems and Methods (1998). Begins with the close before the first value; an efficiency of 0 where nothing moved.",
        [Period, Fast, Slow],
        [new("kama", OutputUnit.PriceLevel, Minimum: 0), new("efficiency", OutputUnit.Scaleless, 0, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var efficiency = bars.Close.Change(length).Abs().Over(bars.Close.Change(1).Abs().Total(length), whenZero: 0).AtMost(1);
        var (fast, slow) = (2.0 / (values.Whole(Fast) + 1), 2.0 / (values.Whole(Slow) + 1));
        var factor = ((efficiency * (fast - slow)) + slow).Square();
        return [bars.Close.Adapt(factor), efficiency];
    }
}
