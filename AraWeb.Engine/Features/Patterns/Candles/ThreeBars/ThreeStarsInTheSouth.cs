namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Three stars in the south.</summary>
internal sealed class ThreeStarsInTheSouth : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "three-stars-in-the-south",
        "Three stars in the south",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "After a fall, three ever smaller black candles: a long lower shadow, a higher low, a bare body inside.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsBlack && second.IsBlack && third.IsBlack && second.Body < first.Body && second.Low > first.Low
            && second.Open > first.Close && third.High <= second.High && third.Low >= second.Low
            && third.Body < second.Body
            ? Grades.Mean(
                first.Fall,
                Grades.Towards(first.Lower, first.Body, 2 * first.Body),
                first.NoUpper,
                third.NoUpper,
                third.NoLower)
            : Grades.Broken;
    }
}
