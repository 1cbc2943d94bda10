using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;

namespace AraWeb.Tests.Web.Api;

/// <summary>A ledger in memory that answers with what a test gives it.</summary>
internal sealed class MemoryLedger : ILedgerStore
{
    public List<ForecastEntry> Entries { get; } = [];

    public List<CoverageRow> Coverage { get; } = [];

    public ValueTask<bool> AppendAsync(ForecastEntry entry, CancellationToken cancellationToken)
    {
        Entries.Add(entry);
        return ValueTask.FromResult(true);
    }

    public ValueTask<IReadOnlyList<ForecastEntry>> PendingAsync(DateTimeOffset dueBefore, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ForecastEntry>>([.. Entries.Where(e => e.Horizons.Any(h => h.Outcome is null && h.DueBar < dueBefore)).Take(limit)]);

    public ValueTask ResolveAsync(Guid entryId, IReadOnlyDictionary<int, Outcome> outcomes, CancellationToken cancellationToken)
    {
        var index = Entries.FindIndex(entry => entry.Id == entryId);
        Entries[index] = Entries[index] with
        {
            Horizons = [.. Entries[index].Horizons.Select(h => h.Outcome is null && outcomes.TryGetValue(h.Bars, out var o) ? h with { Outcome = o } : h)],
        };
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<ForecastEntry>> RecentAsync(Symbol symbol, Timeframe timeframe, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ForecastEntry>>(
            [.. Entries.Where(e => e.Symbol == symbol && e.Timeframe == timeframe).OrderByDescending(e => e.IssuedAt).Take(limit)]);

    public ValueTask<IReadOnlyList<CoverageRow>> CoverageAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<CoverageRow>>(Coverage);
}
