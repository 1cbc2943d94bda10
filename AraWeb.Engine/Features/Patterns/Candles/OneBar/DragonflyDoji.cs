namespace AraWeb.Engine.Features.Patterns.Candles.OneBar;

/// <summary>Dragonfly doji, and upside down gravestone doji.</summary>
internal sealed class DragonflyDoji : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "dragonfly-doji",
        "Dragonfly doji",
        PatternKind.Candle,
        PatternDirection.Bullish,
        1,
        "A doji at the top of its bar: sellers were thrown back.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib; no trend before is asked for.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "gravestone-doji", "Gravestone doji", "A doji at the bottom of its bar: buyers were thrown back.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var bar = ref bars[0];
        return Grades.Mean(bar.Doji, bar.NoUpper, Grades.Towards(bar.Lower, 0.5 * bar.AverageRange, bar.AverageRange));
    }
}
