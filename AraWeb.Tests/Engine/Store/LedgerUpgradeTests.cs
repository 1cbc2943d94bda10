using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Chain;
using AraWeb.Engine.Store;
using AraWeb.Tests.Engine.Ledger;
using Microsoft.EntityFrameworkCore;

namespace AraWeb.Tests.Engine.Store;

/// <summary>A ledger made before there was a chain: it opens, keeps its rows, and is named as older than the chain, not as tampered with.</summary>
public sealed class LedgerUpgradeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Bar = Entries.LastBar;
    private static readonly Guid First = Guid.Parse("018df7a0-0000-7000-8000-000000000001");

    private TempStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = TempStore.Unprepared();
        Directory.CreateDirectory(_store.Databases.Folder);
        await using (var connection = _store.Databases.Ledger.Create())
        {
        }

        await using (var context = _store.Databases.Contexts.Create())
        {
            await context.Database.MigrateAsync("20260101000002_CoverageTable");
        }

        Execute($"""
            INSERT INTO forecasts VALUES
                (1, '{First.ToString().ToUpperInvariant()}', 'BTCUSD', '1d', {Bar.AddDays(1).UtcTicks}, {Bar.UtcTicks}, 100.5, 'old-1', 'ab', 'csv', 0,
                 {Bar.AddDays(1).UtcTicks}, 300, '["a note"]', NULL, NULL),
                (2, '018DF7A0-0000-7000-8000-000000000002', 'ETHUSD', '1d', {Bar.AddDays(1).UtcTicks}, {Bar.UtcTicks}, 7, 'old-1', 'cd', 'csv', 0,
                 {Bar.AddDays(1).UtcTicks}, 300, '[]', NULL, NULL);
            INSERT INTO forecast_horizons VALUES
                (1, 1, {Bar.AddDays(1).UtcTicks}, -4, -3, -2, -1, 0, 1, 2, 3, 4, 0.1, 0.6, 'Resolved', {Bar.AddDays(2).UtcTicks}, 101, 0.5, 0.2),
                (1, 2, {Bar.AddDays(2).UtcTicks}, -4, -3, -2, -1, 0, 1, 2, 3, 4, 0.1, 0.6, NULL, NULL, NULL, NULL, NULL),
                (2, 1, {Bar.AddDays(1).UtcTicks}, -4, -3, -2, -1, 0, 1, 2, 3, 4, 0.1, 0.6, NULL, NULL, NULL, NULL, NULL);
            """);
        await new StoreInitializer(_store.Databases).InitializeAsync(CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task InitializeAsync_EarlierSchema_KeepsItsRows()
    {
        var entry = (await _store.Ledger.FindAsync(First, CancellationToken.None))!;

        Assert.Equal(("BTCUSD", 100.5, "old-1", 1), (entry.Symbol.Text, entry.LastClose, entry.Provenance.ModelVersion, entry.RuleVersion));
        Assert.Equal(["a note"], entry.Provenance.Fallbacks);
        Assert.Equal((0.5, 0.2), (entry.Horizons[0].Outcome!.Return, entry.Horizons[0].Outcome!.Crps));
        Assert.Null(entry.Horizons[1].Outcome);
        Assert.Null(entry.Horizons[0].Baselines);
        Assert.Null(entry.Regime);
        Assert.Empty(entry.Models);
        Assert.Equal(1, (await _store.Ledger.CoverageAsync(Symbol.Parse("BTCUSD"), Timeframe.OneDay, CancellationToken.None))[0].Count);
    }

    [Fact]
    public async Task Verify_BeforeTheChainBegins_SaysThatThereIsNone()
    {
        var found = await VerifyAsync();

        Assert.Empty(found.Faults);
        Assert.Contains("no chain yet", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AfterTheChainBegan_NamesOldEntriesAsOlder()
    {
        await _store.Ledger.AppendAsync(Entries.Make("BTCUSD", Bar.AddDays(5), 1), CancellationToken.None);

        var found = await VerifyAsync();

        Assert.Empty(found.Faults);
        Assert.Equal((3L, 1L, 2L), (found.Records, found.Entries, found.AdoptedEntries));
        Assert.Contains("2 entries are older than the chain", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OldEntryResolvedLater_SealsTheOutcome()
    {
        await ResolveAsync();
        Assert.Equal((0, 1L), ((await VerifyAsync()).Faults.Count, (await VerifyAsync()).Outcomes));

        Execute("DROP TRIGGER forecast_horizons_are_frozen; UPDATE forecast_horizons SET return = 0.3 WHERE forecast_number = 1 AND bars = 2");

        Assert.Contains((await VerifyAsync()).Faults, fault => fault is { Kind: FaultKind.Changed, Record: 3, Subject.Symbol: "BTCUSD" });
    }

    [Theory]
    [InlineData("UPDATE forecasts SET last_close = 100.6 WHERE number = 1", "entries_hash")]
    [InlineData("UPDATE forecast_horizons SET q500 = 0.1 WHERE forecast_number = 2", "entries_hash")]
    [InlineData("UPDATE forecast_horizons SET return = 0.4 WHERE forecast_number = 1 AND bars = 1", "outcomes_hash")]
    [InlineData("UPDATE forecast_horizons SET state = 'Void' WHERE forecast_number = 2", "outcomes (now 2)")]
    [InlineData("DELETE FROM forecast_horizons WHERE forecast_number = 2; DELETE FROM forecasts WHERE number = 2", "entries (now 1)")]
    public async Task Verify_OldEntryChangedAfterTheChainBegan_IsFound(string sql, string what)
    {
        await _store.Journal.OpenAsync(CancellationToken.None);
        Execute("DROP TRIGGER forecasts_are_frozen; DROP TRIGGER forecasts_are_kept; DROP TRIGGER forecast_horizons_are_frozen; "
            + "DROP TRIGGER forecast_horizons_are_kept; PRAGMA foreign_keys = OFF; " + sql);

        Assert.Contains((await VerifyAsync()).Faults, fault => fault is { Kind: FaultKind.Changed, Record: 2 } && fault.Message.Contains(what));
    }

    private Task<LedgerVerification> VerifyAsync() => _store.Journal.ReadAsync(
        journal => ChainVerifier.Verify(journal, notedHash: null, CancellationToken.None), CancellationToken.None).AsTask();

    private async Task ResolveAsync() => await _store.Ledger.ResolveAsync(
        [new EntryOutcomes(First, new Dictionary<int, Outcome> { [1] = Entries.Resolved(0.9), [2] = Entries.Resolved(0.2) })], CancellationToken.None);

    private void Execute(string sql)
    {
        using var connection = _store.Databases.Ledger.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
