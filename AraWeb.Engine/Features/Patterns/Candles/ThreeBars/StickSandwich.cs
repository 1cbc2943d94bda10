namespace AraWeb.Engine.Features.Patterns.Candles.ThreeBars;

/// <summary>Stick sandwich.</summary>
internal sealed class StickSandwich : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "stick-sandwich",
        "Stick sandwich",
        PatternKind.Candle,
        PatternDirection.Bullish,
        3,
        "After a fall, a white candle between two black ones that close at the same price.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        return first.IsBlack && second.IsWhite && third.IsBlack && second.Low > first.Close
            && third.Open > second.Bottom
            ? Grades.Mean(first.Fall, first.Solid, second.Solid, first.Same(first.Close, third.Close))
            : Grades.Broken;
    }
}
