namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>In-neck line.</summary>
internal sealed class InNeck : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "in-neck",
        "In-neck line",
        PatternKind.Candle,
        PatternDirection.Bearish,
        2,
        "In a fall, a white candle opens below a long black one and closes barely inside its body.",
        "Nison, Japanese Candlestick Charting Techniques (1991); at most 15 % into the body.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsWhite && second.Open < first.Low && second.Close >= first.Close
            ? Grades.Mean(first.Fall, first.Long, Grades.Towards(second.Close - first.Close, 0.15 * first.Body, 0))
            : Grades.Broken;
    }
}
