using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Engine.Features.Patterns.Charts.Reversals;

/// <summary>Cup with handle, and upside down inverted cup with handle.</summary>
internal sealed class CupWithHandle : IChartPattern
{
    private const int Shortest = 20;
    private const double RiseBefore = 0.5;

    private static readonly PatternSpec Upright = new(
        "cup-with-handle",
        "Cup with handle",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Formation.MostBars,
        "A bowl up to an old top, then a small dip in its upper half; confirmed by a close above the right rim.",
        "O'Neil, How to Make Money in Stocks (1988); Bulkowski, Encyclopedia of Chart Patterns (2005): target one depth "
        + "above the rim.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "inverted-cup-with-handle",
        "Inverted cup with handle",
        "A dome down to an old bottom, then a small rise in its lower half; confirmed by a close below the right rim.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bottom;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        var swings = view.Swings;
        if (swings.Length < 4 || LeftRim(swings) is not (>= 0 and var position))
        {
            return Formation.None;
        }

        var (left, right, handle) = (swings[position], swings[^2], swings[^1]);
        var length = right.Index - left.Index;
        if (length is < Shortest or >= Formation.MostBars || left.Index - (length / 2) < view.First)
        {
            return Formation.None;
        }

        var depth = Math.Min(left.Price, right.Price) - view.Lowest(left.Index, right.Index);
        var rise = left.Price - view.Lowest(left.Index - (length / 2), left.Index);
        var bowl = Bowl.Fit(view.Close[left.Index..(right.Index + 1)]);
        var isCup = bowl.Curvature > 0 && handle.Index - right.Index <= length / 2 && rise >= RiseBefore * depth;
        var grade = Grades.Mean(
            Grades.Towards(bowl.Explained, 0.6, 0.9),
            bowl.Roundness,
            Grades.Near(bowl.Vertex, 0, 0.5),
            Grades.Near(left.Price, right.Price, 0.2 * depth),
            Grades.Towards(right.Price - handle.Price, 0.5 * depth, 0.2 * depth));
        return Formation.AtLevel(
            left.Index, right.Price, handle.Price, right.Price + depth, handle.Index + length, isCup ? grade : Grades.Broken);
    }

    // The newest top before the right rim that reaches it, save for a small rest: what lies between is the cup.
    private static int LeftRim(ReadOnlySpan<Swing> swings)
    {
        var right = swings[^2].Price;
        var bottom = swings[^3].Price;
        for (var i = swings.Length - 4; i >= 0; i -= 2)
        {
            if (swings[i].Price >= right - (0.2 * (right - bottom)))
            {
                return i;
            }

            bottom = i > 0 ? Math.Min(bottom, swings[i - 1].Price) : bottom;
        }

        return -1;
    }
}
