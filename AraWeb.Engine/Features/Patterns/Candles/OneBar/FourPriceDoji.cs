namespace AraWeb.Engine.Features.Patterns.Candles.OneBar;

/// <summary>Four-price doji.</summary>
internal sealed class FourPriceDoji : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "four-price-doji",
        "Four-price doji",
        PatternKind.Candle,
        PatternDirection.Neutral,
        1,
        "Open, high, low and close are as good as one price.",
        "Nison, Japanese Candlestick Charting Techniques (1991); a range of at most a tenth of the mean range, as in Tulip.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var bar = ref bars[0];
        return Grades.Mean(bar.Doji, Grades.Towards(bar.Range, 0.1 * bar.AverageRange, 0));
    }
}
