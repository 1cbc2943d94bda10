namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Bullish separating lines, and upside down bearish separating lines.</summary>
internal sealed class SeparatingLines : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-separating-lines",
        "Bullish separating lines",
        PatternKind.Candle,
        PatternDirection.Bullish,
        2,
        "In a rise, a black candle is followed by a long white one from the same open.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-separating-lines", "Bearish separating lines", "In a fall, a white candle is followed by a long black one from the same open.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsWhite
            ? Grades.Mean(first.Rise, first.Same(first.Open, second.Open), second.Long, second.NoLower)
            : Grades.Broken;
    }
}
