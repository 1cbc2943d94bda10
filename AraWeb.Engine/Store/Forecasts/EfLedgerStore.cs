using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using Microsoft.EntityFrameworkCore;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>
/// The ledger through EF Core. Nothing here updates or deletes what was frozen, and triggers in the database hold that against any other program too.
/// Intraday forecasts keep the horizons that <see cref="LedgerHorizons"/> names. Hash columns are there and stay empty until entries are chained.
/// </summary>
/// <param name="databases">Where the ledger lies; set up by <see cref="StoreInitializer"/>.</param>
public sealed class EfLedgerStore(StoreDatabases databases) : ILedgerStore
{
    private readonly AraContexts _contexts = databases.Contexts;

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
                if (!known)
                {
                    context.Forecasts.Add(row);
                    await context.SaveChangesAsync(cancellationToken);
                }

                return !known;
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
    /// <exception cref="ArgumentException">No entry has this id.</exception>
    public async ValueTask ResolveAsync(Guid entryId, IReadOnlyDictionary<int, Outcome> outcomes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        _ = await _contexts.WriteAsync(
            async context =>
            {
                var forecast = await context.Forecasts
                    .Where(row => row.Id == entryId)
                    .Select(row => (long?)row.Number)
                    .SingleOrDefaultAsync(cancellationToken)
                    ?? throw new ArgumentException($"The ledger has no entry {entryId}.", nameof(entryId));
                var pending = await context.Horizons
                    .Where(horizon => horizon.ForecastNumber == forecast && horizon.State == null)
                    .ToListAsync(cancellationToken);
                foreach (var horizon in pending)
                {
                    if (outcomes.TryGetValue(horizon.Bars, out var outcome))
                    {
                        ForecastMapping.Decide(horizon, outcome);
                    }
                }

                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

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

    private static async Task<IReadOnlyList<ForecastEntry>> EntriesAsync(IQueryable<ForecastRow> rows, CancellationToken cancellationToken)
    {
        var list = await rows.Include(row => row.Horizons).AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
        return list.ConvertAll(ForecastMapping.ToEntry);
    }
}
