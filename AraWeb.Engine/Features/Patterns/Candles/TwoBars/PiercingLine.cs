namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Piercing line, and upside down dark cloud cover.</summary>
internal sealed class PiercingLine : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "piercing-line",
        "Piercing line",
        PatternKind.Candle,
        PatternDirection.Bullish,
        2,
        "After a fall, a white candle opens below a long black one and closes above its middle.",
        "Nison, Japanese Candlestick Charting Techniques (1991). It is enough to open below the close before, since "
        + "round-the-clock markets leave no gaps.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "dark-cloud-cover", "Dark cloud cover", "After a rise, a black candle opens above a long white one and closes below its middle.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsWhite && second.Open < first.Close && second.Close < first.Open
            ? Grades.Mean(first.Fall, first.Long, second.Solid, Grades.Towards(second.Close, first.Middle, first.Open))
            : Grades.Broken;
    }
}
