using AraWeb.Engine.Ledger;

namespace AraWeb.Api.Contracts;

/// <summary>A forecast as it was issued, with what came of it.</summary>
/// <param name="Id">Its id in the ledger.</param>
/// <param name="IssuedAt">When it was made, UTC.</param>
/// <param name="LastBar">Start of the newest bar that was used, UTC.</param>
/// <param name="LastPrice">The price that returns count from.</param>
/// <param name="Days">One entry per bar ahead, nearest first.</param>
/// <param name="Provenance">Where it came from.</param>
internal sealed record FrozenForecastContract(
    Guid Id,
    DateTimeOffset IssuedAt,
    DateTimeOffset LastBar,
    double LastPrice,
    IReadOnlyList<FrozenDayContract> Days,
    ProvenanceContract Provenance)
{
    /// <summary>The contract of an entry.</summary>
    public static FrozenForecastContract From(ForecastEntry entry) => new(
        entry.Id,
        entry.IssuedAt,
        entry.LastBar,
        entry.LastClose,
        [.. entry.Horizons.Select(horizon => FrozenDayContract.From(horizon, entry.LastClose))],
        ProvenanceContract.From(entry.Provenance));
}
