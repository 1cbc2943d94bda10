using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;

namespace AraWeb.Tests.Shared;

/// <summary>
/// A ledger in memory with the contract of the real one: one entry per symbol, time frame, last bar and model, outcomes set once.
/// </summary>
internal sealed class MemoryLedger : ILedgerStore
{
    public List<ForecastEntry> Entries { get; } = [];

    /// <summary>What <see cref="CoverageAsync"/> answers.</summary>
    public List<CoverageRow> Coverage { get; } = [];

    /// <summary>Calls of <see cref="PendingAsync"/> so far.</summary>
    public int Reads { get; private set; }

    public ValueTask<bool> AppendAsync(ForecastEntry entry, CancellationToken cancellationToken)
    {
        var isNew = !Entries.Exists(known => (known.Symbol, known.Timeframe, known.LastBar, known.Provenance.ModelVersion)
            == (entry.Symbol, entry.Timeframe, entry.LastBar, entry.Provenance.ModelVersion));
        if (isNew)
        {
            Entries.Add(entry);
        }

        return ValueTask.FromResult(isNew);
    }

    public ValueTask<IReadOnlyList<ForecastEntry>> PendingAsync(DateTimeOffset dueBefore, int limit, CancellationToken cancellationToken)
    {
        Reads++;
        return ValueTask.FromResult<IReadOnlyList<ForecastEntry>>(
            [.. Entries.Where(entry => entry.Horizons.Any(horizon => horizon.Outcome is null && horizon.DueBar < dueBefore)).Take(limit)]);
    }

    public ValueTask ResolveAsync(IReadOnlyCollection<EntryOutcomes> resolutions, CancellationToken cancellationToken)
    {
        foreach (var resolution in resolutions)
        {
            if (!Entries.Exists(entry => entry.Id == resolution.EntryId))
            {
                throw new ArgumentException($"The ledger has no entry {resolution.EntryId}.", nameof(resolutions));
            }
        }

        foreach (var (id, outcomes) in resolutions)
        {
            var index = Entries.FindIndex(entry => entry.Id == id);
            Entries[index] = Entries[index] with { Horizons = [.. Entries[index].Horizons.Select(horizon => Decide(horizon, outcomes))] };
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<DateTimeOffset?> IssuedAtAsync(
        Symbol symbol, Timeframe timeframe, DateTimeOffset lastBar, string modelVersion, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Entries
            .Where(e => (e.Symbol, e.Timeframe, e.LastBar, e.Provenance.ModelVersion) == (symbol, timeframe, lastBar, modelVersion))
            .Select(e => (DateTimeOffset?)e.IssuedAt)
            .SingleOrDefault());

    public ValueTask<ForecastEntry?> FindAsync(Guid entryId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Entries.Find(entry => entry.Id == entryId));

    public ValueTask<IReadOnlyList<ForecastEntry>> RecentAsync(Symbol symbol, Timeframe timeframe, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ForecastEntry>>(
            [.. Entries.Where(e => e.Symbol == symbol && e.Timeframe == timeframe).OrderByDescending(e => e.IssuedAt).Take(limit)]);

    public ValueTask<IReadOnlyList<ForecastEntry>> NewestAsync(int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ForecastEntry>>([.. Entries.AsEnumerable().Reverse().Take(limit)]);

    public ValueTask<IReadOnlyList<CoverageRow>> CoverageAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<CoverageRow>>(Coverage);

    private static FrozenHorizon Decide(FrozenHorizon horizon, IReadOnlyDictionary<int, Outcome> outcomes) =>
        horizon.Outcome is null && outcomes.TryGetValue(horizon.Bars, out var outcome) ? horizon with { Outcome = outcome } : horizon;
}
