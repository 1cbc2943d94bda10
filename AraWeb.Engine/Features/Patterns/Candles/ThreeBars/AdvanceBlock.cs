namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Advance block.</summary>
internal sealed class AdvanceBlock : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "advance-block",
        "Advance block",
        PatternKind.Candle,
        PatternDirection.Bearish,
        3,
        "In a rise, three white candles with ever smaller bodies and growing upper shadows.",
        "Nison, Japanese Candlestick Charting Techniques (1991).");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsWhite && second.IsWhite && third.IsWhite && first.Holds(second.Open)
            && second.Holds(third.Open) && second.Close > first.Close && third.Close > second.Close
            && second.Upper > first.Upper
            ? Grades.Mean(
                first.Rise,
                first.Long,
                Grades.Towards(second.Body, first.Body, 0.5 * first.Body),
                Grades.Towards(third.Body, second.Body, 0.5 * second.Body),
                Grades.Towards(third.Upper, 0.5 * third.Body, 2 * third.Body))
            : Grades.Broken;
    }
}
