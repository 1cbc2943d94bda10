namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>On-neck line.</summary>
internal sealed class OnNeck : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "on-neck",
        "On-neck line",
        PatternKind.Candle,
        PatternDirection.Bearish,
        2,
        "In a fall, a white candle opens below a long black one and only comes back to its low.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsWhite && second.Open < first.Low
            ? Grades.Mean(first.Fall, first.Long, first.Same(second.Close, first.Low))
            : Grades.Broken;
    }
}
