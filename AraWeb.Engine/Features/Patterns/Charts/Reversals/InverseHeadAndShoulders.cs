using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Engine.Features.Patterns.Charts.Reversals;

/// <summary>Inverse head and shoulders, and upside down head and shoulders.</summary>
internal sealed class InverseHeadAndShoulders : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "inverse-head-and-shoulders",
        "Inverse head and shoulders",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Formation.MostBars,
        "After a fall, a low bottom between two higher ones; confirmed by a close above the neckline through the tops.",
        "Edwards and Magee, Technical Analysis of Stock Trends (1948); Bulkowski, Encyclopedia of Chart Patterns (2005): "
        + "target the height of the head above the neckline.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "head-and-shoulders",
        "Head and shoulders",
        "After a rise, a high top between two lower ones; confirmed by a close below the neckline through the bottoms.");

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

        var (before, left, head, right) = (swings[0], swings[1], swings[3], swings[5]);
        var neckline = TrendLine.Through(swings[2], swings[4]);
        var height = neckline.At(head.Index) - head.Price;
        var (leftDepth, rightDepth) = (neckline.At(left.Index) - left.Price, neckline.At(right.Index) - right.Price);
        var haste = (double)(right.Index - head.Index) / (head.Index - left.Index);
        var grade = Grades.Mean(
            Grades.Towards(Math.Max(leftDepth, rightDepth), 0.85 * height, 0.6 * height),
            Grades.Near(left.Price, right.Price, 0.35 * height),
            Grades.Near(swings[2].Price, swings[4].Price, 0.3 * height),
            Grades.Towards(Math.Min(haste, 1 / haste), 0.35, 1),
            Grades.Towards(before.Price - neckline.At(before.Index), 0, 0.5 * height));
        return new Formation(
            left.Index,
            neckline,
            TrendLine.Level(head.Price),
            neckline.Raised(height),
            right.Price,
            right.Index + (right.Index - left.Index),
            Math.Min(leftDepth, rightDepth) > 0 ? grade : Grades.Broken);
    }
}
