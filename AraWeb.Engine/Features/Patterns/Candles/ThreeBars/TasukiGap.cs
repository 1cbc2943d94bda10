namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Upside Tasuki gap, and upside down downside Tasuki gap.</summary>
internal sealed class TasukiGap : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "upside-tasuki-gap",
        "Upside Tasuki gap",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "In a rise, a gap between two white bodies that the next black candle enters but does not close.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib; gaps are those of the bodies.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "downside-tasuki-gap",
        "Downside Tasuki gap",
        "In a fall, a gap between two black bodies that the next white candle enters but does not close.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsWhite && second.IsWhite && third.IsBlack && second.Open > first.Close
            && second.Holds(third.Open) && third.Close < second.Open && third.Close > first.Close
            ? Grades.Mean(
                first.Rise,
                second.Solid,
                Grades.Towards(Math.Abs(third.Body - second.Body), second.Body, 0),
                Grades.Towards(third.Close, first.Close, second.Open))
            : Grades.Broken;
    }
}
