namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Bullish harami, and upside down bearish harami.</summary>
internal sealed class Harami : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-harami",
        "Bullish harami",
        PatternKind.Candle,
        PatternDirection.Bullish,
        2,
        "After a fall, a small white body lies inside the long black one before it.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib. Bodies of one colour make a homing "
        + "pigeon, a doji a harami cross.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-harami", "Bearish harami", "After a rise, a small black body lies inside the long white one before it.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsWhite && first.Contains(second) && second.Body > 0.1 * second.AverageRange
            ? Grades.Mean(first.Fall, first.Long, Grades.Towards(second.Body, 0.5 * first.Body, 0))
            : Grades.Broken;
    }
}
