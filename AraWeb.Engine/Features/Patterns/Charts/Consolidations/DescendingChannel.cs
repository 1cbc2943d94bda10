namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>Descending channel, and upside down ascending channel.</summary>
internal sealed class DescendingChannel : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "descending-channel",
        "Descending channel",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Formation.MostBars,
        "Tops and bottoms fall along parallel lines; it ends with a close above the upper one.",
        "Murphy, Technical Analysis of the Financial Markets (1999): five touches, target one width beyond the line.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "ascending-channel", "Ascending channel", "Tops and bottoms rise along parallel lines; it ends with a close below the lower one.");

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
            Grades.Towards(-lines.UpperMove, 0.4, 1),
            Grades.Near(lines.UpperMove, lines.LowerMove, 0.25),
            lines.Straightness);
        return lines.Shape(lines.WidthAtEnd, grade);
    }
}
