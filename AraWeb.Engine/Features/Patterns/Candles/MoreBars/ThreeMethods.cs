namespace AraWeb.Engine.Features.Patterns.Candles.MoreBars;

/// <summary>Rising three methods, and upside down falling three methods.</summary>
internal sealed class ThreeMethods : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "rising-three-methods",
        "Rising three methods",
        PatternKind.Candle,
        PatternDirection.Bullish,
        5,
        "In a rise, a long white candle, three small falling ones within its range, a long white one beyond it.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "falling-three-methods",
        "Falling three methods",
        "In a fall, a long black candle, three small rising ones within its range, a long black one beyond it.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        ref readonly var fourth = ref bars[3];
        ref readonly var fifth = ref bars[4];
        return first.IsWhite && fifth.IsWhite && second.Top < first.High && third.Top < second.Top
            && fourth.Top < third.Top && fourth.Bottom > first.Low && third.Bottom > first.Low
            && second.Bottom > first.Low && fifth.Open > fourth.Close && fifth.Close > first.Close
            ? Grades.Mean(
                first.Rise,
                first.Long,
                Grades.Towards(Math.Max(second.Body, Math.Max(third.Body, fourth.Body)), 0.5 * first.Body, 0),
                fifth.Long)
            : Grades.Broken;
    }
}
