namespace AraWeb.Engine.Features.Patterns.Charts.Harmonics;

/// <summary>Bullish Gartley, and upside down bearish Gartley.</summary>
internal sealed class Gartley : IChartPattern
{
    private static readonly HarmonicRatios Ratios = new(0.618, 0.618, 0.786, 0.786, 1.27, 1.618);

    private static readonly PatternSpec Upright = new(
        "bullish-gartley",
        "Bullish Gartley",
        PatternKind.Harmonic,
        PatternDirection.Bullish,
        Formation.MostBars,
        "Five swings whose last, a bottom, lies at 78.6 % of the first leg and whose second reaches 61.8 % of it.",
        "Carney, The Harmonic Trader (1999) and Harmonic Trading (2004); ratios within 6 %. Target 61.8 % of the way "
        + "back to the second swing.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-gartley",
        "Bearish Gartley",
        "Five swings whose last, a top, lies at 78.6 % of the first leg and whose second reaches 61.8 % of it.");

    /// <inheritdoc/>
    public ChartTrigger Trigger => ChartTrigger.Bottom;

    /// <inheritdoc/>
    public Formation Find(in ChartView view) => Ratios.Find(in view);
}
