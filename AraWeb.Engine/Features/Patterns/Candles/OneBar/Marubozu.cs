namespace AraWeb.Engine.Features.Patterns.Candles.OneBar;

/// <summary>Bullish marubozu, and upside down bearish marubozu.</summary>
internal sealed class Marubozu : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-marubozu",
        "Bullish marubozu",
        PatternKind.Candle,
        PatternDirection.Bullish,
        1,
        "A white body without shadows.",
        "Nison, Japanese Candlestick Charting Techniques (1991). The body is at least 95 % of the range, as in "
        + "Stock.Indicators; its size counts for confidence only.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored("bearish-marubozu", "Bearish marubozu", "A black body without shadows.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var bar = ref bars[0];
        return bar.IsWhite
            ? Grades.Mean(
                Grades.Towards(bar.Body, 0.95 * bar.Range, bar.Range),
                Grades.Towards(bar.Body, 0, 2 * bar.AverageBody))
            : Grades.Broken;
    }
}
