namespace AraWeb.Engine.Features.Patterns.Candles.OneBar;

/// <summary>Spinning top.</summary>
internal sealed class SpinningTop : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "spinning-top",
        "Spinning top",
        PatternKind.Candle,
        PatternDirection.Neutral,
        1,
        "A small body between two longer shadows.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib; a doji is none.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var bar = ref bars[0];
        return bar.Body > 0.1 * bar.AverageRange
            ? Grades.Mean(
                bar.Short,
                Grades.Towards(Math.Min(bar.Upper, bar.Lower), bar.Body, 3 * bar.Body),
                Grades.Towards(bar.Range, 0.75 * bar.AverageRange, 1.5 * bar.AverageRange))
            : Grades.Broken;
    }
}
