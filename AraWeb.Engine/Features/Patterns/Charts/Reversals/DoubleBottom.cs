namespace AraWeb.Engine.Features.Patterns.Charts.Reversals;

/// <summary>Double bottom, and upside down double top.</summary>
internal sealed class DoubleBottom : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "double-bottom",
        "Double bottom",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Formation.MostBars,
        "After a fall, two bottoms at one price; confirmed by a close above the top between them.",
        "Bulkowski, Encyclopedia of Chart Patterns (2005): target one height above the top. Bottoms differ by a fifth of "
        + "the height at most.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "double-top", "Double top", "After a rise, two tops at one price; confirmed by a close below the bottom between them.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bottom;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        var swings = view.Newest(4);
        if (swings.IsEmpty)
        {
            return Formation.None;
        }

        var (before, one, between, two) = (swings[0], swings[1], swings[2], swings[3]);
        var bottom = Math.Min(one.Price, two.Price);
        var height = between.Price - bottom;
        var grade = Grades.Mean(
            Grades.Near(one.Price, two.Price, 0.2 * height),
            Grades.Towards(before.Price - between.Price, 0.3 * height, height),
            Grades.Towards(height, 3 * view.MeanRange[^1], 8 * view.MeanRange[^1]));
        return Formation.AtLevel(one.Index, between.Price, bottom, between.Price + height, two.Index + (two.Index - one.Index), grade);
    }
}
