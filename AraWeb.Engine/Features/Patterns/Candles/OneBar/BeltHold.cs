namespace AraWeb.Engine.Features.Patterns.Candles.OneBar;

/// <summary>Bullish belt hold, and upside down bearish belt hold.</summary>
internal sealed class BeltHold : ICandlePattern
{
    private static readonly PatternSpec Upright = new(
        "bullish-belt-hold",
        "Bullish belt hold",
        PatternKind.Candle,
        PatternDirection.Bullish,
        1,
        "A long white candle that opens at its low after a fall.",
        "Nison, Japanese Candlestick Charting Techniques (1991); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec Spec => Upright;

    /// <inheritdoc/>
    public PatternSpec? Mirror { get; } = Upright.Mirrored(
        "bearish-belt-hold", "Bearish belt hold", "A long black candle that opens at its high after a rise.");

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var bar = ref bars[0];
        return bar.IsWhite
            ? Grades.Mean(bar.OpenFall, bar.Long, bar.NoLower, Grades.Towards(bar.Upper, 0.3 * bar.Body, 0))
            : Grades.Broken;
    }
}
