namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Upside gap three methods, and upside down downside gap three methods.</summary>
internal sealed class GapThreeMethods : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "upside-gap-three-methods",
        "Upside gap three methods",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "In a rise, a black candle closes the gap between two white ones.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib; gaps are those of the bodies.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "downside-gap-three-methods", "Downside gap three methods", "In a fall, a white candle closes the gap between two black ones.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsWhite && second.IsWhite && third.IsBlack && second.Open > first.Close
            && second.Holds(third.Open) && first.Holds(third.Close)
            ? Grades.Mean(
                first.Rise,
                first.Solid,
                second.Solid,
                Grades.Towards(second.Open - first.Close, 0, 0.3 * first.AverageRange))
            : Grades.Broken;
    }
}
