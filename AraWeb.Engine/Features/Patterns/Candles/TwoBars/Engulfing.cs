namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Bullish engulfing, and upside down bearish engulfing.</summary>
internal sealed class Engulfing : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-engulfing",
        "Bullish engulfing",
        PatternKind.Candle,
        PatternDirection.Bullish,
        2,
        "After a fall, a white body covers the black one before it.",
        "Nison, Japanese Candlestick Charting Techniques (1991), with the trend before that he asks for and TA-Lib does not.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-engulfing", "Bearish engulfing", "After a rise, a black body covers the white one before it.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsWhite && second.Contains(first)
            ? Grades.Mean(first.Fall, Grades.Towards(second.Body, first.Body, 2 * first.Body), second.Solid)
            : Grades.Broken;
    }
}
