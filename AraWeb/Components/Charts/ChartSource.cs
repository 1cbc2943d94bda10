namespace AraWeb.Components.Charts;

/// <summary>Which bars a chart shows and how it writes them. Another source means another chart; everything else is a change of the same one.</summary>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Timeframe">Code of the time frame.</param>
/// <param name="BarMilliseconds">Nominal length of a bar.</param>
/// <param name="Decimals">Digits of prices after the point.</param>
/// <param name="Zone">IANA name of the clock on the axis.</param>
/// <param name="ZoneLabel">What a reader calls it; empty from daily bars on, which have no time of day.</param>
/// <param name="Simulated">True for invented prices: exports say so.</param>
public sealed record ChartSource(string Symbol, string Timeframe, long BarMilliseconds, int Decimals, string Zone, string ZoneLabel, bool Simulated);
