namespace AraWeb.Engine.Features.Patterns.Candles.MoreBars;

/// <summary>Bullish three-line strike, and upside down bearish three-line strike.</summary>
internal sealed class ThreeLineStrike : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-three-line-strike",
        "Bullish three-line strike",
        PatternKind.Candle,
        PatternDirection.Bullish,
        4,
        "In a rise, three white candles are undone by one black candle: a pause.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-three-line-strike", "Bearish three-line strike", "In a fall, three black candles are undone by one white candle: a pause.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        ref readonly var fourth = ref bars[3];
        return first.IsWhite && second.IsWhite && third.IsWhite && fourth.IsBlack && second.Close > first.Close
            && third.Close > second.Close && first.Holds(second.Open) && second.Holds(third.Open)
            && fourth.Open >= third.Close && fourth.Close < first.Open
            ? Grades.Mean(first.Rise, first.Solid, second.Solid, third.Solid)
            : Grades.Broken;
    }
}
