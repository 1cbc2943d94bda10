namespace AraWeb.Engine.Features.Patterns.Charts.Gaps;

/// <summary>Exhaustion gap down, and upside down exhaustion gap up.</summary>
internal sealed class ExhaustionGap : IChartPattern
{
    private const int Soon = 5;
    private const int Trend = 10;

    private static readonly PatternSpec Upright = new(
        "exhaustion-gap-down",
        "Exhaustion gap down",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Soon + 2,
        "A gap downward late in a fall that a close above it undoes within five bars.",
        "Edwards and Magee, Technical Analysis of Stock Trends (1948): known only once it is closed. The fall before is "
        + "at least four mean ranges; target the height made good.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "exhaustion-gap-up", "Exhaustion gap up", "A gap upward late in a rise that a close below it undoes within five bars.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bar;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        var now = view.Now;
        if (now - Soon - Trend < view.First)
        {
            return Formation.None;
        }

        var bottom = view.Low[now];
        for (var i = now - 1; i >= now - Soon; i--)
        {
            bottom = Math.Min(bottom, view.Low[i]);
            var (edge, range) = (view.Low[i - 1], view.MeanRange[i - 1]);
            if (edge - view.High[i] >= 0.5 * range && view.Close[now] > edge && view.Close[now - 1] <= edge)
            {
                var grade = Grades.Mean(
                    Grades.Towards(edge - view.High[i], 0.5 * range, 1.5 * range),
                    Grades.Towards(view.Close[i - Trend] - view.Close[i - 1], 4 * range, 8 * range));
                return Formation.AtLevel(i - 1, edge, bottom, edge + (edge - bottom), now, grade);
            }
        }

        return Formation.None;
    }
}
