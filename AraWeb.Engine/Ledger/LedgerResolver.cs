using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Engine.Ledger;

/// <summary>
/// Use case: decides frozen forecasts whose day has come, by <see cref="ResolutionRule"/>. Works in batches, oldest first; entries that cannot be decided yet
/// are passed over, so that a series without news never holds up the others. What is decided of a series in one batch is written at once: a run that is
/// stopped keeps the series that it finished, and the next goes on from there. Fetches nothing: it reads what the source has.
/// </summary>
/// <param name="ledger">Where the forecasts are.</param>
/// <param name="source">Where the bars are.</param>
/// <param name="time">The clock.</param>
public sealed class LedgerResolver(ILedgerStore ledger, IBarSource source, TimeProvider time)
{
    private const int BatchSize = 200;

    // Waiting entries are read again with every batch. Beyond so many, newer ones wait for the next run after older ones are decided or void.
    private const int MaxWaiting = 5000;

    /// <summary>Decides everything that can be decided now.</summary>
    /// <returns>The series of which something was decided, ordered by symbol and time frame.</returns>
    /// <exception cref="StorageException">Ledger or bars cannot be read or written.</exception>
    public async Task<IReadOnlyList<ResolvedSeries>> ResolveDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sourceIsEmpty = (await source.ListAsync(cancellationToken)).Count == 0;
        var decided = new List<ResolvedSeries>();
        var waiting = new HashSet<Guid>();
        while (waiting.Count < MaxWaiting && !sourceIsEmpty)
        {
            // Twice the waiting ones, so that re-reading them never costs more than a constant factor.
            var limit = BatchSize + (2 * waiting.Count);
            var batch = await ledger.PendingAsync(now, limit, cancellationToken);
            foreach (var series in batch.Where(entry => !waiting.Contains(entry.Id)).GroupBy(entry => (entry.Symbol, entry.Timeframe)))
            {
                decided.Add(await DecideAsync(series.Key.Symbol, series.Key.Timeframe, [.. series], waiting, now, cancellationToken));
            }

            if (batch.Count < limit)
            {
                break;
            }
        }

        return
        [
            .. decided
                .GroupBy(series => (series.Symbol, series.Timeframe))
                .Select(group => group.First() with { Resolved = group.Sum(series => series.Resolved), Void = group.Sum(series => series.Void) })
                .Where(series => series.Resolved + series.Void > 0)
                .OrderBy(series => series.Symbol)
                .ThenBy(series => series.Timeframe),
        ];
    }

    private async Task<ResolvedSeries> DecideAsync(
        Symbol symbol, Timeframe timeframe, List<ForecastEntry> entries, HashSet<Guid> waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var bars = await ReadAsync(symbol, timeframe, entries.Min(entry => entry.LastBar), cancellationToken);
        var resolutions = new List<EntryOutcomes>();
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcomes = ResolutionRule.Decide(entry, bars, now);
            if (outcomes.Count > 0)
            {
                resolutions.Add(new EntryOutcomes(entry.Id, outcomes));
            }

            if (entry.Horizons.Any(horizon => horizon.Outcome is null && horizon.DueBar < now && !outcomes.ContainsKey(horizon.Bars)))
            {
                waiting.Add(entry.Id);
            }
        }

        if (resolutions.Count > 0)
        {
            await ledger.ResolveAsync(resolutions, cancellationToken);
        }

        var decided = resolutions.SelectMany(resolution => resolution.Outcomes.Values).ToList();
        var voids = decided.Count(outcome => outcome.State == OutcomeState.Void);
        return new ResolvedSeries(symbol, timeframe, decided.Count - voids, voids);
    }

    // A ticker that has lost its own series finds another venue's: that is not the series that was forecast.
    private async Task<BarSeries?> ReadAsync(Symbol symbol, Timeframe timeframe, DateTimeOffset from, CancellationToken cancellationToken)
    {
        try
        {
            var bars = await source.ReadAsync(new BarQuery(symbol, timeframe) { From = from }, cancellationToken);
            return bars.Symbol == symbol ? bars : null;
        }
        catch (UnknownSymbolException)
        {
            return null;
        }
    }
}
