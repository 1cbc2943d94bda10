namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Tweezer bottom, and upside down tweezer top.</summary>
internal sealed class Tweezer : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "tweezer-bottom",
        "Tweezer bottom",
        PatternKind.Candle,
        PatternDirection.Bullish,
        2,
        "After a fall, a black and a white candle have the same, new low.",
        "Nison, Japanese Candlestick Charting Techniques (1991); lows are equal within a twentieth of the mean range, "
        + "TA-Lib's measure.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "tweezer-top", "Tweezer top", "After a rise, a white and a black candle have the same, new high.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsWhite && first.Low < first.LowBefore
            ? Grades.Mean(first.Fall, first.Same(first.Low, second.Low), first.Solid)
            : Grades.Broken;
    }
}
