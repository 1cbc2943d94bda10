namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Bullish abandoned baby, and upside down bearish abandoned baby.</summary>
internal sealed class AbandonedBaby : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-abandoned-baby",
        "Bullish abandoned baby",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "After a fall, a doji stands alone below the shadows of a black and a white candle.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-abandoned-baby", "Bearish abandoned baby", "After a rise, a doji stands alone above the shadows of a white and a black candle.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsBlack && third.IsWhite && second.High < first.Low && second.High < third.Low
            ? Grades.Mean(first.Fall, first.Solid, second.Doji, third.Solid)
            : Grades.Broken;
    }
}
