namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Morning star, and upside down evening star.</summary>
internal sealed class MorningStar : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "morning-star",
        "Morning star",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "After a fall, a small body below a long black one, then a white one that closes beyond its middle.",
        "Nison, Japanese Candlestick Charting Techniques (1991); bodies that touch count as a gap, since round-the-clock "
        + "markets leave none.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "evening-star", "Evening star", "After a rise, a small body above a long white one, then a black one that closes beyond its middle.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsBlack && third.IsWhite && second.Top <= first.Close && third.Close > second.Top
            ? Grades.Mean(
                first.Fall,
                first.Long,
                second.Short,
                third.Solid,
                Grades.Towards(third.Close, first.Middle, first.Open))
            : Grades.Broken;
    }
}
