namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Deliberation.</summary>
internal sealed class Deliberation : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "deliberation",
        "Deliberation",
        PatternKind.Candle,
        PatternDirection.Bearish,
        3,
        "In a rise, two long white candles and a small one that opens at the second's close.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsWhite && second.IsWhite && third.IsWhite && second.Close > first.Close
            ? Grades.Mean(
                first.Rise,
                first.Long,
                second.Long,
                third.Short,
                Grades.Towards(Math.Abs(third.Open - second.Close), 0.2 * third.AverageRange, 0))
            : Grades.Broken;
    }
}
