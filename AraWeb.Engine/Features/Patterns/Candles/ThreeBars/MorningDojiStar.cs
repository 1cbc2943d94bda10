namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Morning doji star, and upside down evening doji star.</summary>
internal sealed class MorningDojiStar : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "morning-doji-star",
        "Morning doji star",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "A morning star whose small body is a doji.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "evening-doji-star", "Evening doji star", "An evening star whose small body is a doji.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsBlack && third.IsWhite && second.Top <= first.Close && third.Close > second.Top
            ? Grades.Mean(
                first.Fall,
                first.Long,
                second.Doji,
                third.Solid,
                Grades.Towards(third.Close, first.Middle, first.Open))
            : Grades.Broken;
    }
}
