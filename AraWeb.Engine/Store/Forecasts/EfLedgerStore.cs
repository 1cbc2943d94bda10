using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Chain;
using AraWeb.Engine.Registry;
using Microsoft.EntityFrameworkCore;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>
/// The ledger through EF Core. Nothing here updates or deletes what was frozen, and triggers in the database hold that against any other program too.
/// Intraday forecasts keep the horizons that <see cref="LedgerHorizons"/> names. Every entry and every set of outcomes is sealed by a record of the chain in
/// the same transaction.
/// </summary>
/// <param name="databases">Where the ledger lies; set up by <see cref="StoreInitializer"/>.</param>
/// <param name="keys">Where the signing key lies.</param>
/// <param name="time">The clock.</param>
public sealed class EfLedgerStore(StoreDatabases databases, SigningKeyFolder keys, TimeProvider time) : ILedgerStore
{
    private readonly AraContexts _contexts = databases.Contexts;
    private readonly ChainWriter _chain = new(keys, time);

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(ForecastEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var row = ForecastMapping.ToRow(entry);
        return _contexts.WriteAsync(
            async context =>
            {
                var known = await context.Forecasts.AnyAsync(
                    forecast => forecast.Symbol == row.Symbol
                        && forecast.Timeframe == row.Timeframe
                        && forecast.LastBar == row.LastBar
                        && forecast.ModelVersion == row.ModelVersion,
                    cancellationToken);
                if (known)
                {
                    return false;
                }

                var head = await _chain.OpenAsync(context, cancellationToken);
                context.Forecasts.Add(row);
                await context.SaveChangesAsync(cancellationToken);
                var content = SealedContents.Forecasts(ChainWriter.ConnectionOf(context), row.Number, row.Number)[row.Number];
                _chain.Append(context, head, RecordKind.Forecast, row.Number, content);
                await context.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ForecastEntry>> PendingAsync(DateTimeOffset dueBefore, int limit, CancellationToken cancellationToken) =>
        _contexts.ReadAsync(async context =>
        {
            var numbers = PendingNumbers(context, dueBefore).Take(limit);
            var pending = context.Forecasts.Where(forecast => numbers.Contains(forecast.Number)).OrderBy(forecast => forecast.Number);
            return await EntriesAsync(pending, cancellationToken);
        });

    /// <inheritdoc/>
    public async ValueTask ResolveAsync(IReadOnlyCollection<EntryOutcomes> resolutions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resolutions);
        _ = await _contexts.WriteAsync(
            async context =>
            {
                var head = await _chain.OpenAsync(context, cancellationToken);
                var record = head.Number + 1;
                var decided = 0;
                foreach (var resolution in resolutions)
                {
                    decided += await DecideAsync(context, resolution, record, cancellationToken);
                }

                if (decided > 0)
                {
                    await context.SaveChangesAsync(cancellationToken);
                    var content = SealedContents.Resolutions(ChainWriter.ConnectionOf(context), record, record)[record];
                    _chain.Append(context, head, RecordKind.Resolution, forecastNumber: null, content);
                    await context.SaveChangesAsync(cancellationToken);
                }

                return decided;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> IssuedAtAsync(
        Symbol symbol, Timeframe timeframe, DateTimeOffset lastBar, string modelVersion, CancellationToken cancellationToken) =>
        _contexts.ReadAsync(context =>
        {
            var (name, code) = (symbol.Text, timeframe.Code());
            return context.Forecasts
                .Where(row => row.Symbol == name && row.Timeframe == code && row.LastBar == lastBar && row.ModelVersion == modelVersion)
                .Select(row => (DateTimeOffset?)row.IssuedAt)
                .SingleOrDefaultAsync(cancellationToken);
        });

    /// <inheritdoc/>
    public ValueTask<ForecastEntry?> FindAsync(Guid entryId, CancellationToken cancellationToken) =>
        _contexts.ReadAsync(async context =>
        {
            var found = await EntriesAsync(context.Forecasts.Where(row => row.Id == entryId), cancellationToken);
            return found.SingleOrDefault();
        });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ForecastEntry>> RecentAsync(Symbol symbol, Timeframe timeframe, int limit, CancellationToken cancellationToken) =>
        _contexts.ReadAsync(context =>
        {
            var (name, code) = (symbol.Text, timeframe.Code());
            var recent = context.Forecasts
                .Where(forecast => forecast.Symbol == name && forecast.Timeframe == code)
                .OrderByDescending(forecast => forecast.IssuedAt)
                .ThenByDescending(forecast => forecast.Number)
                .Take(limit);
            return EntriesAsync(recent, cancellationToken);
        });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ForecastEntry>> NewestAsync(int limit, CancellationToken cancellationToken) =>
        _contexts.ReadAsync(context => EntriesAsync(context.Forecasts.OrderByDescending(forecast => forecast.Number).Take(limit), cancellationToken));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CoverageRow>> CoverageAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
        _contexts.ReadAsync(async context =>
        {
            var (name, code) = (symbol.Text, timeframe.Code());
            var counts = await context.Coverage
                .AsNoTracking()
                .Where(row => row.Symbol == name && row.Timeframe == code)
                .ToListAsync(cancellationToken);
            return (IReadOnlyList<CoverageRow>)
            [
                CoverageCounts.Share(0, counts),
                .. counts.GroupBy(row => row.Bars).OrderBy(group => group.Key).Select(group => CoverageCounts.Share(group.Key, [.. group])),
            ];
        });

    /// <summary>
    /// Numbers of the forecasts with a pending horizon due, oldest first. Adding zero keeps SQLite from walking the whole primary key for the order: it reads
    /// the index of pending horizons, so that the work grows with what is open and not with what the ledger holds.
    /// </summary>
    internal static IQueryable<long> PendingNumbers(AraDbContext context, DateTimeOffset dueBefore) => context.Horizons
        .Where(horizon => horizon.State == null && horizon.DueBar < dueBefore)
        .Select(horizon => horizon.ForecastNumber + 0)
        .Distinct()
        .OrderBy(number => number);

    private static async Task<int> DecideAsync(AraDbContext context, EntryOutcomes resolution, long record, CancellationToken cancellationToken)
    {
        var forecast = await context.Forecasts
            .Where(row => row.Id == resolution.EntryId)
            .Select(row => (long?)row.Number)
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new ArgumentException($"The ledger has no entry {resolution.EntryId}.", nameof(resolution));
        var pending = await context.Horizons
            .Where(horizon => horizon.ForecastNumber == forecast && horizon.State == null)
            .ToListAsync(cancellationToken);
        var decided = 0;
        foreach (var horizon in pending)
        {
            if (resolution.Outcomes.TryGetValue(horizon.Bars, out var outcome) && horizon.State is null)
            {
                ForecastMapping.Decide(horizon, outcome, record);
                decided++;
            }
        }

        return decided;
    }

    private static async Task<IReadOnlyList<ForecastEntry>> EntriesAsync(IQueryable<ForecastRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            var list = await rows.Include(row => row.Horizons).AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
            return list.ConvertAll(ForecastMapping.ToEntry);
        }
        catch (Exception error) when (ForecastMapping.IsNoEntry(error))
        {
            throw ForecastMapping.Changed(error);
        }
    }
}
