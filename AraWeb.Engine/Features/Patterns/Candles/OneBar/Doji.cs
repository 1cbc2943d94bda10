namespace AraWeb.Engine.Features.Patterns.Candles.OneBar;

/// <summary>Doji.</summary>
internal sealed class Doji : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "doji",
        "Doji",
        PatternKind.Candle,
        PatternDirection.Neutral,
        1,
        "Open and close are as good as equal.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib: a body of at most a tenth of the "
        + "mean range. Stock.Indicators measures the body against the price instead.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var bar = ref bars[0];
        return bar.Doji;
    }
}
