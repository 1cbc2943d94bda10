namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Side-by-side white lines.</summary>
internal sealed class SideBySideWhiteLines : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "side-by-side-white-lines",
        "Side-by-side white lines",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "In a rise, two white candles of one size and one open stand above a gap.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib; equal opens differ by a fifth of "
        + "the mean range at most.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsWhite && second.IsWhite && third.IsWhite && second.Open > first.Close
            && third.Open > first.Close
            ? Grades.Mean(
                first.Rise,
                Grades.Towards(Math.Abs(third.Open - second.Open), 0.2 * second.AverageRange, 0),
                Grades.Towards(Math.Abs(third.Body - second.Body), 0.5 * second.Body, 0),
                Grades.Towards(Math.Min(second.Open, third.Open) - first.Close, 0, 0.3 * first.AverageRange))
            : Grades.Broken;
    }
}
