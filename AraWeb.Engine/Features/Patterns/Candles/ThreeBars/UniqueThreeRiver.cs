namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Unique three river bottom.</summary>
internal sealed class UniqueThreeRiver : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "unique-three-river",
        "Unique three river bottom",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "After a fall, a black body inside a long black one makes a new low, and a small white one stays below it.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsBlack && second.IsBlack && third.IsWhite && first.Contains(second) && second.Low < first.Low
            && third.Open > second.Low && third.Close < second.Close
            ? Grades.Mean(
                first.Fall,
                first.Long,
                Grades.Towards(third.Body, third.AverageBody, 0),
                Grades.Towards(second.Lower, second.Body, 3 * second.Body))
            : Grades.Broken;
    }
}
