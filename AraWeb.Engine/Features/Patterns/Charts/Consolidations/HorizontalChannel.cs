namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>Horizontal channel, broken to either side.</summary>
internal sealed class HorizontalChannel : IChartPattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "horizontal-channel",
        "Horizontal channel",
        PatternKind.Chart,
        PatternDirection.Neutral,
        Formation.MostBars,
        "Three tops and four bottoms between two level lines; confirmed by a close outside.",
        "Murphy, Technical Analysis of the Financial Markets (1999): target one width beyond the breakout. A rectangle "
        + "with more touches.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => Spec;

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bottom;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        var swings = view.Newest(7);
        if (swings.IsEmpty)
        {
            return Formation.None;
        }

        var (highest, lowestTop, highestBottom, lowest) = (swings[1].Price, swings[1].Price, swings[0].Price, swings[0].Price);
        for (var i = 2; i < swings.Length; i++)
        {
            var price = swings[i].Price;
            if (swings[i].IsHigh)
            {
                (highest, lowestTop) = (Math.Max(highest, price), Math.Min(lowestTop, price));
            }
            else
            {
                (highestBottom, lowest) = (Math.Max(highestBottom, price), Math.Min(lowest, price));
            }
        }

        var width = highest - lowest;
        var grade = Grades.Mean(
            Grades.Towards(highest - lowestTop, 0.25 * width, 0),
            Grades.Towards(highestBottom - lowest, 0.25 * width, 0));
        return Formation.AtLevel(
            swings[0].Index, highest, lowest, highest + width, swings[6].Index + (swings[6].Index - swings[0].Index), grade);
    }
}
