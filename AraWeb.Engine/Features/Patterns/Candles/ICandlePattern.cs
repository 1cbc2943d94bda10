namespace AraWeb.Engine.Features.Patterns.Candles;

/// <summary>A rule for one to five candles in a row.</summary>
internal interface ICandlePattern : IPattern
{
    /// <summary>How well candles fit.</summary>
    /// <param name="bars">[<see cref="PatternSpec.Bars"/>] candles, the oldest first; the last one is the newest bar that exists.</param>
    /// <returns>Confidence 0 to 1, NaN where they do not fit.</returns>
    double Rate(ReadOnlySpan<Candle> bars);
}
