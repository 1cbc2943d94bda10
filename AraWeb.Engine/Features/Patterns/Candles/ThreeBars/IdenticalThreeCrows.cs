namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Identical three crows.</summary>
internal sealed class IdenticalThreeCrows : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "identical-three-crows",
        "Identical three crows",
        PatternKind.Candle,
        PatternDirection.Bearish,
        3,
        "In a rise, three solid black candles, each opening at the close before and closing at its low.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsBlack && second.IsBlack && third.IsBlack
            ? Grades.Mean(
                Grades.Towards(first.OpenTrend, 0.25, 2),
                first.Same(first.Close, second.Open),
                second.Same(second.Close, third.Open),
                Math.Min(first.Solid, Math.Min(second.Solid, third.Solid)),
                Math.Min(first.NoLower, Math.Min(second.NoLower, third.NoLower)))
            : Grades.Broken;
    }
}
