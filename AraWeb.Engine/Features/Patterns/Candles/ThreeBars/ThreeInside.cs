namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Three inside up, and upside down three inside down.</summary>
internal sealed class ThreeInside : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "three-inside-up",
        "Three inside up",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "A bullish harami that a close above its first candle confirms.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "three-inside-down", "Three inside down", "A bearish harami that a close below its first candle confirms.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsBlack && second.IsWhite && first.Contains(second) && third.IsWhite && third.Close > first.Open
            ? Grades.Mean(
                first.Fall,
                first.Long,
                Grades.Towards(second.Body, 0.5 * first.Body, 0),
                Grades.Towards(third.Close - first.Open, 0, 0.5 * first.Body))
            : Grades.Broken;
    }
}
