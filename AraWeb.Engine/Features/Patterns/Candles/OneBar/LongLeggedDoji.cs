namespace AraWeb.Engine.Features.Patterns.Candles.OneBar;

/// <summary>Long-legged doji.</summary>
internal sealed class LongLeggedDoji : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "long-legged-doji",
        "Long-legged doji",
        PatternKind.Candle,
        PatternDirection.Neutral,
        1,
        "A doji with long shadows on both sides in a wide bar.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var bar = ref bars[0];
        return Grades.Mean(
            bar.Doji,
            Grades.Towards(bar.Range, bar.AverageRange, 2 * bar.AverageRange),
            Grades.Towards(Math.Min(bar.Upper, bar.Lower), 0.3 * bar.Range, 0.5 * bar.Range));
    }
}
