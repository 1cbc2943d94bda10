namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Three white soldiers, and upside down three black crows.</summary>
internal sealed class ThreeWhiteSoldiers : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "three-white-soldiers",
        "Three white soldiers",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "Three solid white candles, each opening inside the body before and closing higher, from low or quiet prices.",
        "Nison, Japanese Candlestick Charting Techniques (1991); Bulkowski, Encyclopedia of Candlestick Charts (2008). "
        + "Not begun above the mean by more than half a mean range.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "three-black-crows",
        "Three black crows",
        "Three solid black candles, each opening inside the body before and closing lower, from high or quiet prices.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsWhite && second.IsWhite && third.IsWhite && first.Holds(second.Open)
            && second.Holds(third.Open) && second.Close > first.Close && third.Close > second.Close
            ? Grades.Mean(
                Grades.Towards(first.OpenTrend, 0.5, -1),
                first.Solid,
                second.Solid,
                third.Solid,
                Grades.Towards(Math.Max(second.Upper / second.Body, third.Upper / third.Body), 0.5, 0))
            : Grades.Broken;
    }
}
