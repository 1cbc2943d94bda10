namespace AraWeb.Engine.Features.Patterns.Candles.MoreBars;

/// <summary>Ladder bottom, and upside down ladder top.</summary>
internal sealed class LadderBottom : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "ladder-bottom",
        "Ladder bottom",
        PatternKind.Candle,
        PatternDirection.Bullish,
        5,
        "After a fall, three long black candles downward, a fourth with an upper shadow, then a white one above it.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "ladder-top", "Ladder top", "After a rise, three long white candles upward, a fourth with a lower shadow, then a black one below it.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        ref readonly var fourth = ref bars[3];
        ref readonly var fifth = ref bars[4];
        return first.IsBlack && second.IsBlack && third.IsBlack && fourth.IsBlack && fifth.IsWhite
            && second.Open < first.Open && third.Open < second.Open && second.Close < first.Close
            && third.Close < second.Close && fifth.Open > fourth.Open && fifth.Close > fourth.High
            ? Grades.Mean(
                first.Fall,
                Math.Min(first.Solid, Math.Min(second.Solid, third.Solid)),
                Grades.Towards(fourth.Upper, 0.1 * fourth.AverageRange, fourth.AverageRange),
                fifth.Solid)
            : Grades.Broken;
    }
}
