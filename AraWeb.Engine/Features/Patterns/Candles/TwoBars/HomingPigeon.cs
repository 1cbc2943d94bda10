namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Homing pigeon, and upside down descending hawk.</summary>
internal sealed class HomingPigeon : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "homing-pigeon",
        "Homing pigeon",
        PatternKind.Candle,
        PatternDirection.Bullish,
        2,
        "After a fall, a small black body lies inside the long black one before it.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "descending-hawk", "Descending hawk", "After a rise, a small white body lies inside the long white one before it.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsBlack && first.Contains(second)
            ? Grades.Mean(first.Fall, first.Long, Grades.Towards(second.Body, 0.5 * first.Body, 0))
            : Grades.Broken;
    }
}
