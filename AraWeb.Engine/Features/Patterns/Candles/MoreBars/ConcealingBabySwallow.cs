namespace AraWeb.Engine.Features.Patterns.Candles.MoreBars;

/// <summary>Concealing baby swallow.</summary>
internal sealed class ConcealingBabySwallow : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "concealing-baby-swallow",
        "Concealing baby swallow",
        PatternKind.Candle,
        PatternDirection.Bullish,
        4,
        "After a fall, two bare black candles, a third that gaps down with an upper shadow, a fourth that covers it all.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        ref readonly var fourth = ref bars[3];
        return first.IsBlack && second.IsBlack && third.IsBlack && fourth.IsBlack && third.Open < second.Close
            && third.High > second.Close && fourth.High > third.High && fourth.Low <= third.Low
            && fourth.Open >= third.High
            ? Grades.Mean(
                first.Fall,
                Math.Min(first.NoUpper, first.NoLower),
                Math.Min(second.NoUpper, second.NoLower),
                Grades.Towards(third.Upper, third.Body, 2 * third.Body))
            : Grades.Broken;
    }
}
