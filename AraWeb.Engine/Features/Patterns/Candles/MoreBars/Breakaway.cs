namespace AraWeb.Engine.Features.Patterns.Candles.MoreBars;

/// <summary>Bullish breakaway, and upside down bearish breakaway.</summary>
internal sealed class Breakaway : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-breakaway",
        "Bullish breakaway",
        PatternKind.Candle,
        PatternDirection.Bullish,
        5,
        "After a fall, a gap down, two more steps down, then a long white candle that closes inside the gap.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib; gaps are those of the bodies.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-breakaway", "Bearish breakaway", "After a rise, a gap up, two more steps up, then a long black candle that closes inside the gap.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        ref readonly var fourth = ref bars[3];
        ref readonly var fifth = ref bars[4];
        return first.IsBlack && second.IsBlack && fourth.IsBlack && fifth.IsWhite && second.Open < first.Close
            && third.High < second.High && third.Low < second.Low && fourth.High < third.High
            && fourth.Low < third.Low && fifth.Close > second.Open && fifth.Close < first.Close
            ? Grades.Mean(first.Fall, first.Long, fifth.Long, Grades.Towards(fifth.Close, second.Open, first.Close))
            : Grades.Broken;
    }
}
