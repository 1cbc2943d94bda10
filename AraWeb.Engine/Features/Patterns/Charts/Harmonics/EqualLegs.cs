namespace AraWeb.Engine.Features.Patterns.Charts.Harmonics;

/// <summary>Bullish AB=CD, and upside down bearish AB=CD.</summary>
internal sealed class EqualLegs : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-ab-cd",
        "Bullish AB=CD",
        PatternKind.Harmonic,
        PatternDirection.Bullish,
        Formation.MostBars,
        "Two falls of one length and one duration with a pull-back of 61.8 to 78.6 % between them.",
        "Gartley, Profits in the Stock Market (1935); Carney, The Harmonic Trader (1999); lengths within 6 %. Target "
        + "61.8 % of the way back.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-ab-cd", "Bearish AB=CD", "Two rises of one length and one duration with a pull-back of 61.8 to 78.6 % between them.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bottom;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        var swings = view.Newest(4);
        if (swings.IsEmpty)
        {
            return Formation.None;
        }

        var (a, b, c, d) = (swings[0], swings[1], swings[2], swings[3]);
        var (ab, bc, cd) = (a.Price - b.Price, c.Price - b.Price, c.Price - d.Price);
        var haste = (double)(d.Index - c.Index) / (b.Index - a.Index);
        var grade = Grades.Mean(
            Grades.Near(cd / ab, 1, HarmonicRatios.Tolerance),
            Grades.Within(bc / ab, 0.618, 0.786, HarmonicRatios.Tolerance),
            Grades.Towards(Math.Min(haste, 1 / haste), 0.5, 1));
        return Formation.AtLevel(a.Index, d.Threshold, d.Price, d.Price + (0.618 * (a.Price - d.Price)), view.Now, grade);
    }
}
