using AraWeb.Engine.Core;

namespace AraWeb.Engine.Regime;

/// <summary>What bars that the jump model puts into a state were like.</summary>
/// <param name="Regime">The state's name.</param>
/// <param name="Share">Share of the bars it learned from, 0 to 1.</param>
/// <param name="Trend">Mean log return per bar over the 50 bars up to them.</param>
/// <param name="Volatility">Root of their mean variance: deviation of the log return of a bar, not annualised.</param>
/// <param name="ExpectedDuration">Bars that the state lasts on average from its first.</param>
public sealed record RegimeProfile(RegimeType Regime, double Share, double Trend, double Volatility, double ExpectedDuration);
