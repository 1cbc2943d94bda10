using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;

namespace AraWeb.Api.Contracts;

/// <summary>What bars of a state were like.</summary>
/// <param name="Regime">The state.</param>
/// <param name="Share">Share of the bars learned from, 0 to 1.</param>
/// <param name="Trend">Mean log return per bar over the 50 bars up to them.</param>
/// <param name="Volatility">Standard deviation of the log return of a bar, not annualised.</param>
/// <param name="ExpectedDuration">Bars that it lasts on average from its first; null where it has not ended yet.</param>
internal sealed record RegimeProfileContract(RegimeType Regime, double Share, double Trend, double Volatility, double? ExpectedDuration)
{
    /// <summary>The contract of a profile.</summary>
    public static RegimeProfileContract From(RegimeProfile profile) =>
        new(profile.Regime, profile.Share, profile.Trend, profile.Volatility, ApiJson.Known(profile.ExpectedDuration));
}
