namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>Symmetric triangle, broken to either side.</summary>
internal sealed class SymmetricTriangle : IChartPattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "symmetric-triangle",
        "Symmetric triangle",
        PatternKind.Chart,
        PatternDirection.Neutral,
        Formation.MostBars,
        "Falling tops over rising bottoms; confirmed by a close outside the lines before they meet.",
        "Bulkowski, Encyclopedia of Chart Patterns (2005): five touches, target one height beyond the breakout.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => Spec;

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
            Grades.Towards(-lines.UpperMove, 0.15, 0.3),
            Grades.Towards(lines.LowerMove, 0.15, 0.3),
            Grades.Near(-lines.UpperMove, lines.LowerMove, 0.5),
            lines.Straightness);
        return lines.Shape(lines.Height, grade);
    }
}
