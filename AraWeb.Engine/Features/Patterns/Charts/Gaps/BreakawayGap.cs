namespace AraWeb.Engine.Features.Patterns.Charts.Gaps;

/// <summary>Breakaway gap up, and upside down breakaway gap down.</summary>
internal sealed class BreakawayGap : IChartPattern
{
    private const int Base = 20;

    private static readonly PatternSpec Upright = new(
        "breakaway-gap-up",
        "Breakaway gap up",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Base + 1,
        "A gap above a quiet range of twenty bars that is not closed by the end of the bar.",
        "Edwards and Magee, Technical Analysis of Stock Trends (1948): target the height of the range beyond it. The "
        + "range is at most six mean ranges high.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "breakaway-gap-down", "Breakaway gap down", "A gap below a quiet range of twenty bars that is not closed by the end of the bar.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bar;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        var now = view.Now;
        var range = view.MeanRange[now - 1];
        if (now - Base < view.First || !(view.Low[now] - view.High[now - 1] >= 0.5 * range))
        {
            return Formation.None;
        }

        var (top, bottom) = (view.Highest(now - Base, now - 1), view.Lowest(now - Base, now - 1));
        var grade = Grades.Mean(
            Grades.Towards(view.Low[now] - top, 0, range),
            Grades.Towards(top - bottom, 6 * range, 3 * range));
        return Formation.AtLevel(now - Base, top, view.High[now - 1], top + (top - bottom), now, grade);
    }
}
