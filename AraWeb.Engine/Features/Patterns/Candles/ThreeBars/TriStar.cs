namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Bullish tri-star, and upside down bearish tri-star.</summary>
internal sealed class TriStar : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-tri-star",
        "Bullish tri-star",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "After a fall, three dojis, the middle one below the others.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-tri-star", "Bearish tri-star", "After a rise, three dojis, the middle one above the others.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return second.Top < first.Bottom && second.Top < third.Bottom
            ? Grades.Mean(first.Fall, first.Doji, second.Doji, third.Doji)
            : Grades.Broken;
    }
}
