using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Engine.Features.Patterns.Charts.Reversals;

/// <summary>Diamond, broken to either side.</summary>
internal sealed class Diamond : IChartPattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "diamond",
        "Diamond",
        PatternKind.Chart,
        PatternDirection.Neutral,
        Formation.MostBars,
        "Swings that widen and then narrow; confirmed by a close outside the narrowing lines.",
        "Bulkowski, Encyclopedia of Chart Patterns (2005): target one height beyond the breakout. Tops and bottoms of "
        + "either kind count; the breakout says which it is.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => Spec;

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

        var (top1, bottom1, top2, bottom2, top3, bottom3) = (swings[0], swings[1], swings[2], swings[3], swings[4], swings[5]);
        var height = top2.Price - bottom2.Price;
        var upper = TrendLine.Through(top2, top3);
        var lower = TrendLine.Through(bottom2, bottom3);
        var grade = Grades.Mean(
            Grades.Towards(top2.Price - top1.Price, 0.1 * height, 0.3 * height),
            Grades.Towards(bottom1.Price - bottom2.Price, 0.1 * height, 0.3 * height),
            Grades.Towards(top2.Price - top3.Price, 0.1 * height, 0.3 * height),
            Grades.Towards(bottom3.Price - bottom2.Price, 0.1 * height, 0.3 * height));
        return new Formation(
            top1.Index, upper, lower, upper.Raised(height), bottom3.Price, upper.MeetsAt(lower, bottom3.Index), grade);
    }
}
