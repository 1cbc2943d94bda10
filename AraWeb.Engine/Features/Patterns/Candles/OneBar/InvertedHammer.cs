namespace AraWeb.Engine.Features.Patterns.Candles.OneBar;

/// <summary>Inverted hammer, and upside down hanging man.</summary>
internal sealed class InvertedHammer : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "inverted-hammer",
        "Inverted hammer",
        PatternKind.Candle,
        PatternDirection.Bullish,
        1,
        "After a fall, a small body under a long upper shadow.",
        "Nison, Japanese Candlestick Charting Techniques (1991): the shadow is at least twice the body.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "hanging-man", "Hanging man", "After a rise, a small body on a long lower shadow.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var bar = ref bars[0];
        return bar.Body <= bar.AverageBody
            ? Grades.Mean(
                bar.Fall,
                Grades.Towards(bar.Upper, 2 * bar.Body, 4 * bar.Body),
                Grades.Towards(bar.Upper, 0.5 * bar.AverageRange, bar.AverageRange),
                bar.NoLower)
            : Grades.Broken;
    }
}
