using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;

namespace AraWeb.Tests.Web.Components;

/// <summary>A ledger that hands out what a test put in.</summary>
internal sealed class MemoryLedger : ILedgerStore
{
    /// <summary>Entries, newest first.</summary>
    public List<ForecastEntry> Entries { get; } = [];

    /// <summary>Rows of coverage.</summary>
    public List<CoverageRow> Coverage { get; } = [];

    /// <summary>Thrown by every call while it is set.</summary>
    public Exception? Fault { get; set; }

    public ValueTask<IReadOnlyList<ForecastEntry>> RecentAsync(Symbol symbol, Timeframe timeframe, int limit, CancellationToken cancellationToken) =>
        Fault is null ? new([.. Entries.Take(limit)]) : throw Fault;

    public ValueTask<IReadOnlyList<ForecastEntry>> NewestAsync(int limit, CancellationToken cancellationToken) => new([.. Entries.Take(limit)]);

    public ValueTask<IReadOnlyList<CoverageRow>> CoverageAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) => new(Coverage);

    public ValueTask<bool> AppendAsync(ForecastEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException("Pages freeze nothing.");

    public ValueTask<IReadOnlyList<ForecastEntry>> PendingAsync(DateTimeOffset dueBefore, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Pages resolve nothing.");

    public ValueTask ResolveAsync(IReadOnlyCollection<EntryOutcomes> resolutions, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Pages resolve nothing.");

    public ValueTask<DateTimeOffset?> IssuedAtAsync(
        Symbol symbol, Timeframe timeframe, DateTimeOffset lastBar, string modelVersion, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Pages freeze nothing.");

    public ValueTask<ForecastEntry?> FindAsync(Guid entryId, CancellationToken cancellationToken) =>
        new(Entries.Find(entry => entry.Id == entryId));
}
