using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Store.Forecasts;
using AraWeb.Tests.Engine.Ledger;
using Microsoft.EntityFrameworkCore;

namespace AraWeb.Tests.Engine.Store;

public sealed class EfLedgerStoreTests : IAsyncLifetime
{
    private static readonly Symbol Btc = Symbol.Parse("BTCUSD");
    private static readonly DateTimeOffset Bar = Entries.LastBar;

    private TempStore _store = null!;

    public async Task InitializeAsync() => _store = await TempStore.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task AppendAsync_New_ReadsBackToTheTick()
    {
        var entry = Entries.Make("BTCUSD", Bar, [.. Enumerable.Range(1, 30)]);

        Assert.True(await AppendAsync(entry));

        AssertSame(entry, Assert.Single(await RecentAsync(10)));
    }

    [Fact]
    public async Task AppendAsync_SameForecastAgain_ChangesNothing()
    {
        var first = Entries.Make("BTCUSD", Bar, 1, 2);
        await AppendAsync(first);

        Assert.False(await AppendAsync(Entries.Make("BTCUSD", Bar, 1, 2, 3) with { LastClose = 7 }));
        Assert.True(await AppendAsync(Entries.Make("BTCUSD", Timeframe.OneDay, Bar, "core-2", 1)));

        var kept = await RecentAsync(10);
        Assert.Equal(2, kept.Count);
        AssertSame(first, kept[1]);
    }

    [Fact]
    public async Task AppendAsync_Intraday_KeepsFiveHorizons()
    {
        await AppendAsync(Entries.Make("BTCUSD", Timeframe.OneMinute, Bar, "core-1", [.. Enumerable.Range(1, 30)]));

        var entry = Assert.Single(await _store.Ledger.RecentAsync(Btc, Timeframe.OneMinute, 1, CancellationToken.None));

        Assert.Equal([1, 5, 10, 20, 30], entry.Horizons.Select(horizon => horizon.Bars));
    }

    [Fact]
    public async Task RecentAsync_Limit_TakesNewestOfThatSeries()
    {
        for (var day = 0; day < 5; day++)
        {
            await AppendAsync(Entries.Make("BTCUSD", Bar.AddDays(day), 1));
            await AppendAsync(Entries.Make("ETHUSD", Bar.AddDays(day), 1));
        }

        var recent = await RecentAsync(2);

        Assert.Equal([Bar.AddDays(4), Bar.AddDays(3)], recent.Select(entry => entry.LastBar));
        Assert.All(recent, entry => Assert.Equal(Btc, entry.Symbol));
    }

    [Fact]
    public async Task PendingAsync_SomeDue_ReturnsOldestOfThoseFirst()
    {
        for (var day = 0; day < 6; day++)
        {
            await AppendAsync(Entries.Make("BTCUSD", Bar.AddDays(day), 2, 30));
        }

        var due = Bar.AddDays(5);
        var pending = await _store.Ledger.PendingAsync(due, 2, CancellationToken.None);

        // Due bars lie two days after the last bars of day 0, 1 and 2, before the fifth day; two are asked for.
        Assert.Equal([Bar, Bar.AddDays(1)], pending.Select(entry => entry.LastBar));
        Assert.Equal([2, 30], pending[0].Horizons.Select(horizon => horizon.Bars));
        Assert.Equal(3, (await _store.Ledger.PendingAsync(due, 100, CancellationToken.None)).Count);
        Assert.Empty(await _store.Ledger.PendingAsync(Bar.AddDays(2), 100, CancellationToken.None));
    }

    [Fact]
    public async Task ResolveAsync_Outcomes_AreKeptOnceAndLeavePending()
    {
        var entry = Entries.Make("BTCUSD", Bar, 1, 2, 3);
        await AppendAsync(entry);
        await ResolveAsync(entry.Id, (1, Entries.Resolved(0.02)), (2, Entries.Void()));
        await ResolveAsync(entry.Id, (1, Entries.Resolved(-0.5)), (3, Entries.Resolved(0.03)));

        var kept = Assert.Single(await RecentAsync(1));

        Assert.Equal([Entries.Resolved(0.02), Entries.Void(), Entries.Resolved(0.03)], kept.Horizons.Select(horizon => horizon.Outcome!));
        Assert.Empty(await _store.Ledger.PendingAsync(Bar.AddYears(1), 10, CancellationToken.None));
    }

    [Fact]
    public async Task ResolveAsync_UnknownEntry_Throws()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => ResolveAsync(Guid.Empty, (1, Entries.Resolved(0.02))));

        Assert.Contains(Guid.Empty.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CoverageAsync_Resolved_CountsBandsWithTheirBounds()
    {
        // At one bar the bands end at 0.00674, 0.01282, 0.01645 and 0.0196; at four bars at twice that.
        double[] near = [0, 0.00674, -0.01, 0.0128, -0.0165, 0.0195, 0.03];
        for (var i = 0; i < near.Length; i++)
        {
            var entry = Entries.Make("BTCUSD", Bar.AddDays(i), 1, 4, 5);
            await AppendAsync(entry);
            await ResolveAsync(entry.Id, (1, Entries.Resolved(near[i])), (4, i == 0 ? Entries.Resolved(0.03) : Entries.Void()));
        }

        var rows = await _store.Ledger.CoverageAsync(Btc, Timeframe.OneDay, CancellationToken.None);

        Assert.Equal(
            [
                new CoverageRow(0, 8, 2 / 8.0, 4 / 8.0, 5 / 8.0, 7 / 8.0),
                new CoverageRow(1, 7, 2 / 7.0, 4 / 7.0, 4 / 7.0, 6 / 7.0),
                new CoverageRow(4, 1, 0, 0, 1, 1),
            ],
            rows);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task CoverageAsync_RandomOutcomes_EqualsACountOfTheRows(int seed)
    {
        var random = new Random(seed);
        var entries = new List<ForecastEntry>();
        for (var i = 0; i < 40; i++)
        {
            var entry = Entries.Make(random.Next(2) == 0 ? "BTCUSD" : "ETHUSD", Timeframe.OneDay, Bar.AddDays(i), $"core-{random.Next(3)}", 1, 2, 3);
            await AppendAsync(entry);
            var bars = random.Next(3);
            await ResolveAsync(entry.Id, (bars + 1, Entries.Resolved(0.05 * (random.NextDouble() - 0.5))), (((bars + 1) % 3) + 1, Entries.Void()));
        }

        var rows = (await _store.Ledger.CoverageAsync(Btc, Timeframe.OneDay, CancellationToken.None)).ToDictionary(row => row.Horizon);
        var resolved = (await RecentAsync(100))
            .SelectMany(entry => entry.Horizons)
            .Where(horizon => horizon.Outcome is { State: OutcomeState.Resolved })
            .ToList();

        foreach (var bars in (int[])[0, 1, 2, 3])
        {
            var own = resolved.Where(horizon => bars == 0 || horizon.Bars == bars).ToList();
            Assert.True(own.Count == rows[bars].Count, $"seed {seed}, horizon {bars}");
            foreach (var (probability, share) in ((double, double)[])
                [(0.5, rows[bars].Inside50), (0.8, rows[bars].Inside80), (0.9, rows[bars].Inside90), (0.95, rows[bars].Inside95)])
            {
                var inside = own.Count(horizon => horizon.Outcome!.Return >= horizon.Returns.Interval(probability).Lower
                    && horizon.Outcome.Return <= horizon.Returns.Interval(probability).Upper);
                Assert.True(Math.Abs(((double)inside / own.Count) - share) < 1e-12, $"seed {seed}, horizon {bars}, band {probability}");
            }
        }
    }

    [Fact]
    public async Task PendingNumbers_Plan_ReadsTheIndexOfPendingHorizons()
    {
        await using var context = _store.Databases.Contexts.Create();
        await using var connection = _store.Databases.Ledger.Open();
        await using var command = connection.CreateCommand();
        var sql = EfLedgerStore.PendingNumbers(context, Bar).Take(10).ToQueryString();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..].Replace("@dueBefore", "5");
        await using var reader = await command.ExecuteReaderAsync();

        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        Assert.Contains(plan, step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains("_pending", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("SCAN forecast", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CoverageAsync_NothingResolved_HasNoShares()
    {
        await AppendAsync(Entries.Make("BTCUSD", Bar, 1));

        var row = Assert.Single(await _store.Ledger.CoverageAsync(Btc, Timeframe.OneDay, CancellationToken.None));

        Assert.Equal(new CoverageRow(0, 0, double.NaN, double.NaN, double.NaN, double.NaN), row);
    }

    private static void AssertSame(ForecastEntry expected, ForecastEntry actual)
    {
        Assert.Equal(expected with { Horizons = [], Models = [], Provenance = null! }, actual with { Horizons = [], Models = [], Provenance = null! });
        Assert.Equal(expected.Models, actual.Models);
        Assert.Equal(expected.Provenance with { Fallbacks = [] }, actual.Provenance with { Fallbacks = [] });
        Assert.Equal(expected.Provenance.Fallbacks, actual.Provenance.Fallbacks);
        Assert.Equal(expected.Horizons.Count, actual.Horizons.Count);
        foreach (var (a, b) in expected.Horizons.Zip(actual.Horizons))
        {
            Assert.Equal(a with { Returns = null! }, b with { Returns = null! });
            Assert.Equal(a.Returns.Values.ToArray(), b.Returns.Values.ToArray());
        }
    }

    private Task<bool> AppendAsync(ForecastEntry entry) => _store.Ledger.AppendAsync(entry, CancellationToken.None).AsTask();

    private ValueTask<IReadOnlyList<ForecastEntry>> RecentAsync(int limit) =>
        _store.Ledger.RecentAsync(Btc, Timeframe.OneDay, limit, CancellationToken.None);

    private Task ResolveAsync(Guid id, params (int Bars, Outcome Outcome)[] outcomes) => _store.Ledger.ResolveAsync(
        [new EntryOutcomes(id, outcomes.ToDictionary(pair => pair.Bars, pair => pair.Outcome))], CancellationToken.None).AsTask();
}
