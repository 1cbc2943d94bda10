namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Upside gap two crows, and upside down downside gap two rabbits.</summary>
internal sealed class UpsideGapTwoCrows : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "upside-gap-two-crows",
        "Upside gap two crows",
        PatternKind.Candle,
        PatternDirection.Bearish,
        3,
        "In a rise, two black bodies above a gap, the second covering the first without closing the gap.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "downside-gap-two-rabbits",
        "Downside gap two rabbits",
        "In a fall, two white bodies below a gap, the second covering the first without closing the gap.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsWhite && second.IsBlack && third.IsBlack && second.Close > first.Close
            && third.Contains(second) && third.Close > first.Close
            ? Grades.Mean(
                first.Rise,
                first.Long,
                Grades.Towards(second.Body, second.AverageBody, 0),
                Grades.Towards(third.Body, second.Body, 2 * second.Body))
            : Grades.Broken;
    }
}
