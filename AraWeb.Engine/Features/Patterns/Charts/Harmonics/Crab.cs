namespace AraWeb.Engine.Features.Patterns.Charts.Harmonics;

/// <summary>Bullish Crab, and upside down bearish Crab.</summary>
internal sealed class Crab : IChartPattern
{
    private static readonly HarmonicRatios Ratios = new(0.382, 0.618, 1.618, 1.618, 2.24, 3.618);

    private static readonly PatternSpec Upright = new(
        "bullish-crab",
        "Bullish Crab",
        PatternKind.Harmonic,
        PatternDirection.Bullish,
        Formation.MostBars,
        "Five swings whose last, a bottom, lies at 161.8 % of the first leg and whose second reaches 38.2 to 61.8 % of it.",
        "Carney, The Harmonic Trader (1999) and Harmonic Trading (2004); ratios within 6 %. Target 61.8 % of the way "
        + "back to the second swing.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-crab",
        "Bearish Crab",
        "Five swings whose last, a top, lies at 161.8 % of the first leg and whose second reaches 38.2 to 61.8 % of it.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bottom;

    /// <inheritdoc/>
    public Formation Find(in ChartView view) => Ratios.Find(in view);
}
