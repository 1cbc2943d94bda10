namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Three outside up, and upside down three outside down.</summary>
internal sealed class ThreeOutside : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "three-outside-up",
        "Three outside up",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "A bullish engulfing that a higher close confirms.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "three-outside-down", "Three outside down", "A bearish engulfing that a lower close confirms.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsBlack && second.IsWhite && second.Contains(first) && third.IsWhite
            && third.Close > second.Close
            ? Grades.Mean(
                first.Fall,
                Grades.Towards(second.Body, first.Body, 2 * first.Body),
                second.Solid,
                Grades.Towards(third.Close - second.Close, 0, 0.5 * second.Body))
            : Grades.Broken;
    }
}
