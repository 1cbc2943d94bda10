namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>Rectangle, broken to either side.</summary>
internal sealed class Rectangle : IChartPattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "rectangle",
        "Rectangle",
        PatternKind.Chart,
        PatternDirection.Neutral,
        Formation.MostBars,
        "Tops at one price over bottoms at one price; confirmed by a close outside.",
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
            Grades.Near(lines.UpperMove, 0, 0.15),
            Grades.Near(lines.LowerMove, 0, 0.15),
            lines.Straightness);
        return lines.Shape(lines.Height, grade);
    }
}
