using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Tests.Engine.Ledger;
using AraWeb.Tests.Engine.Store;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Contracts;

/// <summary>What every ledger store must do: the one in the database, and the one in memory that other tests take for it.</summary>
public sealed class LedgerStoreContractTests
{
    private static readonly DateTimeOffset Bar = Entries.LastBar;

    public static TheoryData<string> Stores => ["database", "memory"];

    [Fact]
    public void Stores_AllThatFreeze_AreHere()
    {
        // The pages' fake only hands out what a test put in.
        var known = new[] { typeof(AraWeb.Engine.Store.Forecasts.EfLedgerStore), typeof(MemoryLedger), typeof(Web.Components.MemoryLedger) };
        var stores = typeof(ILedgerStore).Assembly.GetTypes().Concat(typeof(Program).Assembly.GetTypes()).Concat(GetType().Assembly.GetTypes())
            .Where(type => type.IsClass && typeof(ILedgerStore).IsAssignableFrom(type));
        Assert.Equal(known.Select(type => type.FullName).Order(StringComparer.Ordinal), stores.Select(type => type.FullName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task AppendAsync_SameBarAndModel_IsFrozenOnce(string name)
    {
        await RunAsync(name, async store =>
        {
            var first = Entries.Make("BTCUSD", Bar, 1, 2);
            Assert.True(await store.AppendAsync(first, CancellationToken.None));
            Assert.False(await store.AppendAsync(Entries.Make("BTCUSD", Bar, 1) with { LastClose = 7 }, CancellationToken.None));
            Assert.True(await store.AppendAsync(Entries.Make("BTCUSD", Timeframe.OneDay, Bar, "core-2", 1), CancellationToken.None));
            Assert.True(await store.AppendAsync(Entries.Make("BTCUSD", Timeframe.OneHour, Bar, "core-1", 1), CancellationToken.None));

            Assert.Equal(100, (await store.FindAsync(first.Id, CancellationToken.None))!.LastClose);
            Assert.Equal(2, (await store.RecentAsync(first.Symbol, Timeframe.OneDay, 9, CancellationToken.None)).Count);
            Assert.Equal(3, (await store.NewestAsync(9, CancellationToken.None)).Count);
        });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task IssuedAtAsync_Frozen_TellsWhen(string name)
    {
        await RunAsync(name, async store =>
        {
            var entry = Entries.Make("BTCUSD", Bar, 1);
            Assert.Null(await store.IssuedAtAsync(entry.Symbol, entry.Timeframe, Bar, "core-1", CancellationToken.None));
            await store.AppendAsync(entry, CancellationToken.None);

            Assert.Equal(entry.IssuedAt, await store.IssuedAtAsync(entry.Symbol, entry.Timeframe, Bar, "core-1", CancellationToken.None));
            Assert.Null(await store.IssuedAtAsync(entry.Symbol, entry.Timeframe, Bar, "core-2", CancellationToken.None));
            Assert.Null(await store.IssuedAtAsync(entry.Symbol, entry.Timeframe, Bar.AddDays(1), "core-1", CancellationToken.None));
        });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task NewestAsync_SeveralSeries_ComesInTheOrderOfFreezing(string name)
    {
        await RunAsync(name, async store =>
        {
            foreach (var symbol in (string[])["BTCUSD", "ADAUSD", "ETHUSD"])
            {
                await store.AppendAsync(Entries.Make(symbol, Bar, 1), CancellationToken.None);
            }

            Assert.Equal(["ETHUSD", "ADAUSD"], (await store.NewestAsync(2, CancellationToken.None)).Select(entry => entry.Symbol.Text));
        });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task ResolveAsync_DecidedBefore_StaysAsItIs(string name)
    {
        await RunAsync(name, async store =>
        {
            var entry = Entries.Make("BTCUSD", Bar, 1, 2);
            await store.AppendAsync(entry, CancellationToken.None);
            await store.ResolveAsync([Outcome(entry.Id, 1, Entries.Void())], CancellationToken.None);
            await store.ResolveAsync([Outcome(entry.Id, 1, Entries.Resolved(0.1)), Outcome(entry.Id, 2, Entries.Resolved(0.2))], CancellationToken.None);

            var kept = (await store.FindAsync(entry.Id, CancellationToken.None))!;
            Assert.Equal([Entries.Void(), Entries.Resolved(0.2)], kept.Horizons.Select(horizon => horizon.Outcome!));
            Assert.Empty(await store.PendingAsync(DateTimeOffset.MaxValue, 9, CancellationToken.None));
        });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task ResolveAsync_UnknownEntry_DecidesNothing(string name)
    {
        await RunAsync(name, async store =>
        {
            var entry = Entries.Make("BTCUSD", Bar, 1);
            await store.AppendAsync(entry, CancellationToken.None);
            await Assert.ThrowsAsync<ArgumentException>(() => store.ResolveAsync(
                [Outcome(entry.Id, 1, Entries.Void()), Outcome(Guid.Empty, 1, Entries.Void())], CancellationToken.None).AsTask());

            Assert.Null((await store.FindAsync(entry.Id, CancellationToken.None))!.Horizons[0].Outcome);
            Assert.Null(await store.FindAsync(Guid.Empty, CancellationToken.None));
        });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task PendingAsync_Limit_TakesTheOldestDue(string name)
    {
        await RunAsync(name, async store =>
        {
            for (var day = 0; day < 4; day++)
            {
                await store.AppendAsync(Entries.Make("BTCUSD", Bar.AddDays(day), 1), CancellationToken.None);
            }

            var pending = await store.PendingAsync(Bar.AddDays(4), 2, CancellationToken.None);
            Assert.Equal([Bar, Bar.AddDays(1)], pending.Select(entry => entry.LastBar));
            Assert.Equal(3, (await store.PendingAsync(Bar.AddDays(4), 9, CancellationToken.None)).Count);
        });
    }

    private static EntryOutcomes Outcome(Guid id, int bars, Outcome outcome) => new(id, new Dictionary<int, Outcome> { [bars] = outcome });

    private static async Task RunAsync(string name, Func<ILedgerStore, Task> test)
    {
        if (name == "memory")
        {
            await test(new MemoryLedger());
            return;
        }

        using var store = await TempStore.CreateAsync();
        await test(store.Ledger);
    }
}
