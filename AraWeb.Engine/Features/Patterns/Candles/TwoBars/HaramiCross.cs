namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Bullish harami cross, and upside down bearish harami cross.</summary>
internal sealed class HaramiCross : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-harami-cross",
        "Bullish harami cross",
        PatternKind.Candle,
        PatternDirection.Bullish,
        2,
        "After a fall, a doji lies inside the long black body before it.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-harami-cross", "Bearish harami cross", "After a rise, a doji lies inside the long white body before it.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && first.Contains(second)
            ? Grades.Mean(first.Fall, first.Long, second.Doji)
            : Grades.Broken;
    }
}
