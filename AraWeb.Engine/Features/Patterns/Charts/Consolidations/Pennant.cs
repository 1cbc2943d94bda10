namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>Bull pennant, and upside down bear pennant.</summary>
internal sealed class Pennant : IChartPattern
{
    private static readonly PatternSpec Upright = new(
        "bull-pennant",
        "Bull pennant",
        PatternKind.Chart,
        PatternDirection.Bullish,
        Pole.MostBars,
        "A steep rise, then a short rest between lines that meet; confirmed by a close above the upper one.",
        "Edwards and Magee, Technical Analysis of Stock Trends (1948); Bulkowski, Encyclopedia of Chart Patterns (2005): "
        + "target the length of the pole beyond the breakout.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bear-pennant",
        "Bear pennant",
        "A steep fall, then a short rest between lines that meet; confirmed by a close below the lower one.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bar;

    /// <inheritdoc/>
    public Formation Find(in ChartView view)
    {
        if (!Pole.Try(in view, out var pole) || pole.Upper.Slope >= 0 || pole.Lower.Slope <= 0)
        {
            return Formation.None;
        }

        var grade = Grades.Mean(
            pole.Steepness,
            Grades.Towards(pole.Retraced, 0.5, 0.3),
            Grades.Towards(pole.Narrowing, 0.4, 0.8));
        return pole.Shape(grade);
    }
}
