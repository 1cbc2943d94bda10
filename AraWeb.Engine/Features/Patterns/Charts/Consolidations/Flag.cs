namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>Bull flag, and upside down bear flag.</summary>
internal sealed class Flag : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "bull-flag",
        "Bull flag",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Pole.MostBars,
        "A steep rise, then a short rest between parallel lines that lean against it; confirmed by a close above the upper one.",
        "Edwards and Magee, Technical Analysis of Stock Trends (1948); Bulkowski, Encyclopedia of Chart Patterns (2005): "
        + "target the length of the pole beyond the breakout.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bear-flag",
        "Bear flag",
        "A steep fall, then a short rest between parallel lines that lean against it; confirmed by a close below the lower one.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bar;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        if (!Pole.Try(in view, out var pole))
        {
            return Formation.None;
        }

        var grade = Grades.Mean(
            pole.Steepness,
            Grades.Towards(pole.Retraced, 0.5, 0.3),
            Grades.Near(pole.Narrowing, 0, 0.4),
            Grades.Within(pole.Lean, -0.3, 0, 0.1));
        return pole.Shape(grade);
    }
}
