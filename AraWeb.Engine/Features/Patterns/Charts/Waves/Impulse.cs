namespace AraWeb.Engine.Features.Patterns.Charts.Waves;

/// <summary>Elliott impulse down, and upside down elliott impulse up.</summary>
internal sealed class Impulse : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "elliott-impulse-down",
        "Elliott impulse down",
        PatternKind.Elliott,
        PatternDirection.Bullish,
        Formation.MostBars,
        "Five waves downward by the three rules: the fall is complete, a correction upward follows.",
        "Frost and Prechter, Elliott Wave Principle (1978): wave 2 stays within wave 1, wave 3 is not the shortest, wave "
        + "4 stays out of wave 1. Confidence by the guidelines: ratios of waves 2 to 5. Target the end of wave 4.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "elliott-impulse-up",
        "Elliott impulse up",
        "Five waves upward by the three rules: the rise is complete, a correction downward follows.");

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

        var one = swings[0].Price - swings[1].Price;
        var two = swings[2].Price - swings[1].Price;
        var three = swings[2].Price - swings[3].Price;
        var four = swings[4].Price - swings[3].Price;
        var five = swings[4].Price - swings[5].Price;
        var holds = two < one && three >= Math.Min(one, five) && swings[4].Price < swings[1].Price
            && swings[3].Price < swings[1].Price && swings[5].Price < swings[3].Price;
        if (!holds)
        {
            return Formation.None;
        }

        var grade = Grades.Mean(
            Guideline(two / one, 0.5, 0.618, 0.4),
            Guideline(three / one, 1.618, 2.618, 0.8),
            Guideline(four / three, 0.236, 0.382, 0.3),
            Guideline(five / one, 0.618, 1, 0.6));
        return Formation.AtLevel(swings[0].Index, swings[5].Threshold, swings[5].Price, swings[4].Price, view.Now, grade);
    }

    // A guideline may be missed altogether: that costs confidence and breaks nothing.
    private static double Guideline(double ratio, double low, double high, double tolerance)
    {
        var grade = Grades.Within(ratio, low, high, tolerance);
        return grade >= 0 ? grade : 0;
    }
}
