namespace AraWeb.Engine.Features.Patterns.Charts.Gaps;

/// <summary>Runaway gap up, and upside down runaway gap down.</summary>
internal sealed class RunawayGap : IChartPattern
{
    private const int Base = 20;

    private static readonly PatternSpec Upright = new(
        "runaway-gap-up",
        "Runaway gap up",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Base + 1,
        "A gap upward in the middle of a clear rise.",
        "Edwards and Magee, Technical Analysis of Stock Trends (1948): as much is to come as has been made since the "
        + "lowest of twenty bars. The rise is at least four mean ranges.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "runaway-gap-down", "Runaway gap down", "A gap downward in the middle of a clear fall.");

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

        var (edge, bottom) = (view.High[now - 1], view.Lowest(now - Base, now - 1));
        var grade = Grades.Mean(
            Grades.Towards(view.Low[now] - edge, 0.5 * range, 1.5 * range),
            Grades.Towards(view.Close[now - 1] - bottom, 4 * range, 8 * range),
            Grades.Towards(view.Highest(now - Base, now - 1) - edge, range, 0));
        return Formation.AtLevel(now - Base, edge, view.Low[now - 1], view.Low[now] + (edge - bottom), now, grade);
    }
}
