namespace AraWeb.Engine.Features.Patterns.Charts.Harmonics;

/// <summary>Bullish Bat, and upside down bearish Bat.</summary>
internal sealed class Bat : IChartPattern
{
    private static readonly HarmonicRatios Ratios = new(0.382, 0.5, 0.886, 0.886, 1.618, 2.618);

    private static readonly PatternSpec Upright = new(
        "bullish-bat",
        "Bullish Bat",
        PatternKind.Harmonic,
        PatternDirection.Bullish,
        Formation.MostBars,
        "Five swings whose last, a bottom, lies at 88.6 % of the first leg and whose second reaches 38.2 to 50 % of it.",
        "Carney, The Harmonic Trader (1999) and Harmonic Trading (2004); ratios within 6 %. Target 61.8 % of the way "
        + "back to the second swing.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-bat",
        "Bearish Bat",
        "Five swings whose last, a top, lies at 88.6 % of the first leg and whose second reaches 38.2 to 50 % of it.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bottom;

    /// <inheritdoc/>
    public Formation Find(in ChartView view) => Ratios.Find(in view);
}
