namespace AraWeb.Engine.Features.Patterns.Candles.TwoBars;

/// <summary>Thrusting line.</summary>
internal sealed class Thrusting : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "thrusting",
        "Thrusting line",
        PatternKind.Candle,
        PatternDirection.Bearish,
        2,
        "In a fall, a white candle opens below a long black one and closes inside its body, short of the middle.",
        "Nison, Japanese Candlestick Charting Techniques (1991); from 15 % of the body to its middle.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        return first.IsBlack && second.IsWhite && second.Open < first.Low && second.Close < first.Middle
            ? Grades.Mean(
                first.Fall,
                first.Long,
                Grades.Towards(second.Close, first.Close + (0.15 * first.Body), first.Middle))
            : Grades.Broken;
    }
}
