using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Pipeline;

/// <summary>Everything that features of one instrument may be computed from.</summary>
/// <param name="Bars">Finished bars of the instrument.</param>
/// <param name="Companions">Bars of other instruments by role (market, sector, volatility index ...); a role that is missing gives unknown values.</param>
/// <param name="External">Series that do not come from prices: sentiment, on-chain figures, trends.</param>
public sealed record FeatureContext(
    BarSeries Bars, IReadOnlyDictionary<CompanionRole, BarSeries> Companions, IReadOnlyList<ExternalSeries> External)
{
    /// <summary>A context of prices alone.</summary>
    public static FeatureContext Of(BarSeries bars) => new(bars, new Dictionary<CompanionRole, BarSeries>(), []);
}
