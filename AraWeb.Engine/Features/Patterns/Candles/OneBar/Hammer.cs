namespace AraWeb.Engine.Features.Patterns.Candles.OneBar;

/// <summary>Hammer, and upside down shooting star.</summary>
internal sealed class Hammer : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "hammer",
        "Hammer",
        PatternKind.Candle,
        PatternDirection.Bullish,
        1,
        "After a fall, a new low is thrown back: a small body on a long lower shadow.",
        "Nison, Japanese Candlestick Charting Techniques (1991): the shadow is at least twice the body; the new low is "
        + "one of five bars.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "shooting-star", "Shooting star", "After a rise, a new high is thrown back: a small body under a long upper shadow.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var bar = ref bars[0];
        return bar.Low < bar.LowBefore && bar.Body <= bar.AverageBody
            ? Grades.Mean(
                bar.Fall,
                Grades.Towards(bar.Lower, 2 * bar.Body, 4 * bar.Body),
                Grades.Towards(bar.Lower, 0.5 * bar.AverageRange, bar.AverageRange),
                bar.NoUpper)
            : Grades.Broken;
    }
}
