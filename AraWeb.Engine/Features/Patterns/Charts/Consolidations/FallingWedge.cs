using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>Falling wedge, and upside down rising wedge.</summary>
internal sealed class FallingWedge : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "falling-wedge",
        "Falling wedge",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Formation.MostBars,
        "Tops that fall faster than the bottoms under them; confirmed by a close above the tops' line.",
        "Bulkowski, Encyclopedia of Chart Patterns (2005): five touches, target the highest top of the wedge.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "rising-wedge", "Rising wedge", "Bottoms that rise faster than the tops over them; confirmed by a close below the bottoms' line.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bottom;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        if (!SwingLines.Try(in view, out var lines))
        {
            return Formation.None;
        }

        var grade = Grades.Mean(
            Grades.Towards(-lines.LowerMove, 0.1, 0.4),
            Grades.Towards(lines.LowerMove - lines.UpperMove, 0.25, 0.6),
            lines.Straightness);
        return lines.Shape(lines.Height, grade) with { Target = TrendLine.Level(lines.Highest) };
    }
}
