using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Skill;
using AraWeb.Engine.Store.Forecasts;
using AraWeb.Tests.Engine.Ledger;

namespace AraWeb.Tests.Engine.Store;

public sealed class SqliteOutcomeSourceTests(SealedLedger ledger) : IClassFixture<SealedLedger>, IDisposable
{
    private readonly TempStore _store = TempStore.CopyOf(ledger.Store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task ReadAsync_ResolvedRow_HasWhatWasFrozen()
    {
        var rows = 0;
        await ReadAsync(new OutcomeQuery(Timeframe.OneDay, Symbol.Parse("BTCUSD"), [2]), row =>
        {
            rows++;
            var expected = Entries.Horizon(2, Entries.LastBar);
            Assert.Equal(("core-1", false, "BTCUSD", RegimeType.HighVolatility), (row.ModelVersion, row.IsSimulated, row.Symbol, row.Regime));
            Assert.Equal((2, OutcomeState.Resolved, -0.02, expected.ProbabilityUp), (row.Bars, row.State, row.Return, row.ProbabilityUp));
            Assert.Equal(expected.Returns.Values.ToArray(), row.Quantiles);
            Assert.Equal(expected.Baselines, row.Baselines);
        });

        Assert.Equal(3, rows);
    }

    [Fact]
    public async Task ReadAsync_Query_FiltersByHorizonSymbolAndTimeframe()
    {
        Assert.Equal(12, await CountAsync(new OutcomeQuery(Timeframe.OneDay, null, [1, 2])));
        Assert.Equal(6, await CountAsync(new OutcomeQuery(Timeframe.OneDay, Symbol.Parse("BTCUSD"), [1, 3])));
        Assert.Equal(0, await CountAsync(new OutcomeQuery(Timeframe.OneHour, null, [1, 2])));
        Assert.Equal(0, await CountAsync(new OutcomeQuery(Timeframe.OneDay, null, [])));
    }

    [Fact]
    public async Task ReadAsync_PendingAndDays_AreTold()
    {
        var pending = 0;
        var days = new SortedSet<int>();
        await ReadAsync(new OutcomeQuery(Timeframe.OneDay, null, [1]), row =>
        {
            pending += row.State is null ? 1 : 0;
            days.Add(row.Day);
        });

        Assert.Equal(3, pending);
        Assert.Equal(Enumerable.Range(DateOnly.FromDateTime(Entries.LastBar.UtcDateTime).DayNumber, 6), days);
    }

    [Fact]
    public async Task ReadAsync_Cancelled_Stops() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => new SqliteOutcomeSource(_store.Databases).ReadAsync(
            new OutcomeQuery(Timeframe.OneDay, null, [1]), _ => { }, new CancellationToken(canceled: true)).AsTask());

    private async Task ReadAsync(OutcomeQuery query, Action<OutcomeRow> take) =>
        await new SqliteOutcomeSource(_store.Databases).ReadAsync(query, take, CancellationToken.None);

    private async Task<int> CountAsync(OutcomeQuery query)
    {
        var count = 0;
        await ReadAsync(query, _ => count++);
        return count;
    }
}
