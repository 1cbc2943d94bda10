namespace AraWeb.Engine.Features.Patterns.Candles.MoreBars;

/// <summary>Mat hold.</summary>
internal sealed class MatHold : ICandlePattern
{
    /// <inheritdoc/>
    public PatternSpec Spec { get; } = new(
        "mat-hold",
        "Mat hold",
        PatternKind.Candle,
        PatternDirection.Bullish,
        5,
        "In a rise, a gap above a long white candle, three small falling ones that hold above its middle, a new high.",
        "Morris, Candlestick Charting Explained (1992); sizes as in TA-Lib.");

    /// <inheritdoc/>
    public PatternSpec? Mirror => null;

    /// <inheritdoc/>
    public double Rate(ReadOnlySpan<Candle> bars)
    {
        ref readonly var first = ref bars[0];
        ref readonly var second = ref bars[1];
        ref readonly var third = ref bars[2];
        ref readonly var fourth = ref bars[3];
        ref readonly var fifth = ref bars[4];
        return first.IsWhite && second.IsBlack && fifth.IsWhite && second.Close > first.Close
            && third.Top < second.Open && fourth.Top < third.Top && fourth.Bottom > first.Middle
            && third.Bottom > first.Middle && fifth.Close > Math.Max(second.High, Math.Max(third.High, fourth.High))
            ? Grades.Mean(
                first.Rise,
                first.Long,
                Grades.Towards(Math.Max(second.Body, Math.Max(third.Body, fourth.Body)), 0.5 * first.Body, 0),
                fifth.Solid)
            : Grades.Broken;
    }
}
