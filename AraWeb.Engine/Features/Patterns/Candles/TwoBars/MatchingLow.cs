namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Matching low, and upside down matching high.</summary>
internal sealed class MatchingLow : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "matching-low",
        "Matching low",
        PatternKind.Candle,
        PatternDirection.Bullish,
        2,
        "After a fall, two black candles close at the same price.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "matching-high", "Matching high", "After a rise, two white candles close at the same price.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsBlack
            ? Grades.Mean(first.Fall, first.Long, first.Same(first.Close, second.Close))
            : Grades.Broken;
    }
}
