using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Engine.Features.Patterns.Charts.Reversals;

/// <summary>Rounding bottom, and upside down rounding top.</summary>
internal sealed class RoundingBottom : IChartPattern
{
    private const int Shortest = 25;

    private static readonly PatternSpec Upright = new(
        "rounding-bottom",
        "Rounding bottom",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Formation.MostBars,
        "A bowl: prices turn slowly, without a corner; confirmed by a close above the rim they came from.",
        "Bulkowski, Encyclopedia of Chart Patterns (2005): target one depth above the rim. A parabola must explain three "
        + "quarters of the variance of closes.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "rounding-top", "Rounding top", "A dome: prices turn slowly, without a corner; confirmed by a close below the rim they came from.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Recovery;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        var rim = view.Swings[view.Recovered];
        var length = view.Now - rim.Index;
        if (length is < Shortest or >= Formation.MostBars)
        {
            return Formation.None;
        }

        var bottom = view.Lowest(rim.Index, view.Now);
        var depth = rim.Price - bottom;
        var bowl = Bowl.Fit(view.Close[rim.Index..]);
        var grade = Grades.Mean(
            Grades.Towards(bowl.Explained, 0.75, 0.95),
            bowl.Roundness,
            Grades.Near(bowl.Vertex, 0, 0.4),
            Grades.Towards(depth, 4 * view.MeanRange[^1], 10 * view.MeanRange[^1]));
        return Formation.AtLevel(rim.Index, rim.Price, bottom, rim.Price + depth, view.Now, bowl.Curvature > 0 ? grade : Grades.Broken);
    }
}
