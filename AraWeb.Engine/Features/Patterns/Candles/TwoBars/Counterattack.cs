namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Bullish counterattack, and upside down bearish counterattack.</summary>
internal sealed class Counterattack : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-counterattack",
        "Bullish counterattack",
        PatternKind.Candle,
        PatternDirection.Bullish,
        2,
        "After a fall, a long white candle comes back to the close of the long black one before it.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-counterattack",
        "Bearish counterattack",
        "After a rise, a long black candle comes back to the close of the long white one before it.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsWhite
            ? Grades.Mean(first.Fall, first.Long, second.Long, first.Same(first.Close, second.Close))
            : Grades.Broken;
    }
}
