namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>Broadening formation, broken to either side.</summary>
internal sealed class BroadeningFormation : IChartPattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "broadening-formation",
        "Broadening formation",
        PatternKind.Chart,
        PatternDirection.Neutral,
        Formation.MostBars,
        "Rising tops over falling bottoms; confirmed by a close outside the lines.",
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
            Grades.Towards(lines.UpperMove, 0.15, 0.4),
            Grades.Towards(-lines.LowerMove, 0.15, 0.4),
            lines.Straightness);
        return lines.Shape(lines.Height, grade);
    }
}
