using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger;

/// <summary>Where forecasts are kept. Append-only: entries are never changed or deleted, outcomes are added once.</summary>
public interface ILedgerStore
{
    /// <summary>Freezes a forecast. The same symbol, time frame, last bar and model version again changes nothing.</summary>
    /// <returns>True when it was new.</returns>
    /// <exception cref="StorageException">The database cannot be written.</exception>
    ValueTask<bool> AppendAsync(ForecastEntry entry, CancellationToken cancellationToken);

    /// <summary>When the forecast from this bar by this model was frozen; null when it was not.</summary>
    ValueTask<DateTimeOffset?> IssuedAtAsync(
        Symbol symbol, Timeframe timeframe, DateTimeOffset lastBar, string modelVersion, CancellationToken cancellationToken);

    /// <summary>
    /// Entries with at least one pending horizon whose due bar starts before <paramref name="dueBefore"/>, oldest first, at most <paramref name="limit"/>.
    /// </summary>
    ValueTask<IReadOnlyList<ForecastEntry>> PendingAsync(DateTimeOffset dueBefore, int limit, CancellationToken cancellationToken);

    /// <summary>Adds outcomes, all or none of them; a horizon decided before is left as it is.</summary>
    /// <exception cref="ArgumentException">No entry has one of the ids.</exception>
    /// <exception cref="StorageException">The database cannot be written.</exception>
    ValueTask ResolveAsync(IReadOnlyCollection<EntryOutcomes> resolutions, CancellationToken cancellationToken);

    /// <summary>One entry by its id; null when there is none.</summary>
    ValueTask<ForecastEntry?> FindAsync(Guid entryId, CancellationToken cancellationToken);

    /// <summary>The newest entries of a symbol, newest first.</summary>
    ValueTask<IReadOnlyList<ForecastEntry>> RecentAsync(Symbol symbol, Timeframe timeframe, int limit, CancellationToken cancellationToken);

    /// <summary>The newest entries of all series, newest first.</summary>
    ValueTask<IReadOnlyList<ForecastEntry>> NewestAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Coverage so far of a symbol's frozen forecasts: one row per horizon with resolved forecasts, and one for all (horizon 0) first.</summary>
    ValueTask<IReadOnlyList<CoverageRow>> CoverageAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken);
}
