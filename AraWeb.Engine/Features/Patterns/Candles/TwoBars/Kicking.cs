namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Bullish kicking, and upside down bearish kicking.</summary>
internal sealed class Kicking : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-kicking",
        "Bullish kicking",
        PatternKind.Candle,
        PatternDirection.Bullish,
        2,
        "A long black candle without shadows is followed by a gap up and a white one like it.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-kicking", "Bearish kicking", "A long white candle without shadows is followed by a gap down and a black one like it.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsWhite && second.Low > first.High
            ? Grades.Mean(
                first.Long,
                second.Long,
                Grades.Towards(first.Upper + first.Lower, 0.1 * first.Range, 0),
                Grades.Towards(second.Upper + second.Lower, 0.1 * second.Range, 0))
            : Grades.Broken;
    }
}
