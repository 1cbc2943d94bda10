using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;

namespace AraWeb.Tests.Engine.Ledger;

/// <summary>A ledger in memory that fails a test when a horizon is decided twice, and counts how often it was read.</summary>
internal sealed class FakeLedger : ILedgerStore
{
    private readonly List<ForecastEntry> _entries = [];

    public IReadOnlyList<ForecastEntry> All => _entries;

    public int Reads { get; private set; }

    public ValueTask<bool> AppendAsync(ForecastEntry entry, CancellationToken cancellationToken)
    {
        _entries.Add(entry);
        return ValueTask.FromResult(true);
    }

    public ValueTask<IReadOnlyList<ForecastEntry>> PendingAsync(DateTimeOffset dueBefore, int limit, CancellationToken cancellationToken)
    {
        Reads++;
        return ValueTask.FromResult<IReadOnlyList<ForecastEntry>>(
            [.. _entries.Where(entry => entry.Horizons.Any(horizon => horizon.Outcome is null && horizon.DueBar < dueBefore)).Take(limit)]);
    }

    public ValueTask ResolveAsync(Guid entryId, IReadOnlyDictionary<int, Outcome> outcomes, CancellationToken cancellationToken)
    {
        var index = _entries.FindIndex(entry => entry.Id == entryId);
        _entries[index] = _entries[index] with { Horizons = [.. _entries[index].Horizons.Select(horizon => Decide(horizon, outcomes))] };
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<ForecastEntry>> RecentAsync(
        Symbol symbol, Timeframe timeframe, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<CoverageRow>> CoverageAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private static FrozenHorizon Decide(FrozenHorizon horizon, IReadOnlyDictionary<int, Outcome> outcomes)
    {
        if (!outcomes.TryGetValue(horizon.Bars, out var outcome))
        {
            return horizon;
        }

        Assert.True(horizon.Outcome is null, $"horizon {horizon.Bars} was decided twice");
        return horizon with { Outcome = outcome };
    }
}
