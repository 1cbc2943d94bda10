using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger;

/// <summary>A forecast as it was issued: frozen, never changed afterwards.</summary>
/// <param name="Id">Time-ordered unique id.</param>
/// <param name="Symbol">Whose prices.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="IssuedAt">When the forecast was made, UTC.</param>
/// <param name="LastBar">Start of the newest bar that was used, UTC.</param>
/// <param name="LastClose">The price that returns count from.</param>
/// <param name="Provenance">Source, model and inputs hash.</param>
/// <param name="Horizons">The frozen distributions, nearest first.</param>
public sealed record ForecastEntry(
    Guid Id,
    Symbol Symbol,
    Timeframe Timeframe,
    DateTimeOffset IssuedAt,
    DateTimeOffset LastBar,
    double LastClose,
    Provenance Provenance,
    IReadOnlyList<FrozenHorizon> Horizons)
{
    /// <summary>The version of the rule by which the horizons are decided.</summary>
    public int RuleVersion { get; init; } = ResolutionRule.Version;

    /// <summary>Ids of the models that took part, in the order in which they work.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The market's state at issue; null where it was not known.</summary>
    public RegimeType? Regime { get; init; }

    /// <summary>What the forecast claims to be.</summary>
    public Verdict Verdict { get; init; } = Verdict.Plain;
}
