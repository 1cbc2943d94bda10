namespace AraWeb.Engine.Features.Patterns.Charts.Reversals;

/// <summary>Triple bottom, and upside down triple top.</summary>
internal sealed class TripleBottom : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "triple-bottom",
        "Triple bottom",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Formation.MostBars,
        "After a fall, three bottoms at one price; confirmed by a close above both tops between them.",
        "Bulkowski, Encyclopedia of Chart Patterns (2005): target one height above the higher top. Bottoms differ by a "
        + "fifth of the height at most.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "triple-top", "Triple top", "After a rise, three tops at one price; confirmed by a close below both bottoms between them.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bottom;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        var swings = view.Newest(6);
        if (swings.IsEmpty)
        {
            return Formation.None;
        }

        var (one, two, three) = (swings[1].Price, swings[3].Price, swings[5].Price);
        var bottom = Math.Min(one, Math.Min(two, three));
        var top = Math.Max(swings[2].Price, swings[4].Price);
        var height = top - bottom;
        var grade = Grades.Mean(
            Grades.Towards(Math.Max(one, Math.Max(two, three)) - bottom, 0.2 * height, 0),
            Grades.Near(swings[2].Price, swings[4].Price, 0.4 * height),
            Grades.Towards(swings[0].Price - top, 0.3 * height, height));
        return Formation.AtLevel(swings[1].Index, top, bottom, top + height, swings[5].Index + (swings[5].Index - swings[1].Index), grade);
    }
}
