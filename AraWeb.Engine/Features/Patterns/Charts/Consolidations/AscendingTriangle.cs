namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>Ascending triangle, and upside down descending triangle.</summary>
internal sealed class AscendingTriangle : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "ascending-triangle",
        "Ascending triangle",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Formation.MostBars,
        "Tops at one price over rising bottoms; confirmed by a close above the tops.",
        "Bulkowski, Encyclopedia of Chart Patterns (2005): five touches, target one height above the tops.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "descending-triangle", "Descending triangle", "Bottoms at one price under falling tops; confirmed by a close below the bottoms.");

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
            Grades.Near(lines.UpperMove, 0, 0.15),
            Grades.Towards(lines.LowerMove, 0.25, 0.7),
            lines.Straightness);
        return lines.Shape(lines.Height, grade);
    }
}
