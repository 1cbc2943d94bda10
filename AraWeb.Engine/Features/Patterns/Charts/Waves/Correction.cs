namespace AraWeb.Engine.Features.Patterns.Charts.Waves;

/// <summary>Elliott correction down, and upside down elliott correction up.</summary>
internal sealed class Correction : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "elliott-correction-down",
        "Elliott correction down",
        PatternKind.Elliott,
        PatternDirection.Bullish,
        Formation.MostBars,
        "A rise, then three waves downward (A, B, C) that take back part of it: the rise goes on.",
        "Frost and Prechter, Elliott Wave Principle (1978): a zigzag, C goes beyond A. Confidence by the guidelines: B "
        + "38 to 79 % of A, C 62 to 162 % of A, all of it 38 to 62 % of the rise. Target the end of the rise.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "elliott-correction-up",
        "Elliott correction up",
        "A fall, then three waves upward (A, B, C) that take back part of it: the fall goes on.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bottom;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        var swings = view.Newest(5);
        if (swings.IsEmpty)
        {
            return Formation.None;
        }

        var rise = swings[1].Price - swings[0].Price;
        var a = swings[1].Price - swings[2].Price;
        var b = swings[3].Price - swings[2].Price;
        var c = swings[3].Price - swings[4].Price;
        var taken = (swings[1].Price - swings[4].Price) / rise;
        if (b >= a || c <= b)
        {
            return Formation.None;
        }

        var grade = Grades.Mean(
            Grades.Within(b / a, 0.382, 0.786, 0.15),
            Grades.Within(c / a, 0.618, 1.618, 0.3),
            Grades.Within(taken, 0.382, 0.618, 0.2));
        return Formation.AtLevel(swings[0].Index, swings[4].Threshold, swings[4].Price, swings[1].Price, view.Now, grade);
    }
}
