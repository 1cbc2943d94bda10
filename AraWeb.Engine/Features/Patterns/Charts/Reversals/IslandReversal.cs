namespace AraWeb.Engine.Features.Patterns.Charts.Reversals;

/// <summary>Island bottom, and upside down island top.</summary>
internal sealed class IslandReversal : IChartPattern
{
    private const int Longest = 20;
    private const int Trend = 10;

    private static readonly PatternSpec Upright = new(
        "island-bottom",
        "Island bottom",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Longest + 1,
        "After a fall, bars that a gap down and a gap up cut off from all others.",
        "Edwards and Magee, Technical Analysis of Stock Trends (1948); Bulkowski, Encyclopedia of Chart Patterns (2005). "
        + "At most twenty bars long. Target one height of island and gap above the gap, since the gap alone is often higher than the island.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "island-top", "Island top", "After a rise, bars that a gap up and a gap down cut off from all others.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bar;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        var now = view.Now;
        var shore = view.Low[now];
        if (now - Longest - Trend < view.First || shore <= view.High[now - 1])
        {
            return Formation.None;
        }

        var (top, bottom) = (view.High[now - 1], view.Low[now - 1]);
        for (var i = now - 1; i >= now - Longest && top < shore; i--)
        {
            (top, bottom) = (Math.Max(top, view.High[i]), Math.Min(bottom, view.Low[i]));
            var edge = view.Low[i - 1];
            if (top < Math.Min(edge, shore))
            {
                var range = view.MeanRange[^1];
                var grade = Grades.Mean(
                    Grades.Towards(Math.Min(edge, shore) - top, 0, range),
                    Grades.Towards(view.Close[i - 1 - Trend] - view.Close[i - 1], 0, 4 * range));
                return Formation.AtLevel(i, top, bottom, shore + (shore - bottom), now, grade);
            }
        }

        return Formation.None;
    }
}
