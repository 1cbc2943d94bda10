using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Chain;
using AraWeb.Engine.Store.Forecasts;
using AraWeb.Tests.Engine.Ledger;
using Microsoft.Data.Sqlite;

namespace AraWeb.Tests.Engine.Store;

/// <summary>Everything that somebody with the database file in hand can do to the ledger of <see cref="SealedLedger"/>.</summary>
public sealed class LedgerChainTests : IClassFixture<SealedLedger>, IDisposable
{
    private static readonly DateTimeOffset Bar = Entries.LastBar;

    private readonly TempStore _store;
    private readonly IReadOnlyList<ForecastEntry> _entries;

    public LedgerChainTests(SealedLedger ledger)
    {
        _store = TempStore.CopyOf(ledger.Store);
        _entries = ledger.Entries;
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Verify_Untouched_IsSound()
    {
        var found = await VerifyAsync();

        Assert.Empty(found.Faults);
        Assert.Empty(found.Notes);
        Assert.Equal((9L, 6L, 6L, 0L), (found.Records, found.Entries, found.Outcomes, found.AdoptedEntries));
        Assert.Equal(9, found.Head!.Number);
    }

    [Theory]
    [InlineData("UPDATE forecasts SET last_close = 100.5 WHERE number = 4", "last_close (now 100.5)")]
    [InlineData("UPDATE forecasts SET symbol = 'BTCUSD' WHERE number = 4", "symbol (now BTCUSD)")]
    [InlineData("UPDATE forecasts SET issued_at = issued_at - 1 WHERE number = 4", "issued_at (now ")]
    [InlineData("UPDATE forecasts SET verdict = 'Call', verdict_reason = '' WHERE number = 4", "verdict (now Call), verdict_reason (now )")]
    [InlineData("UPDATE forecasts SET regime = NULL WHERE number = 4", "regime (now nothing)")]
    [InlineData("UPDATE forecasts SET id = lower(id) WHERE number = 4", "id (now ")]
    [InlineData("UPDATE forecast_horizons SET q500 = 0.5 WHERE forecast_number = 4 AND bars = 2", "horizon 2, q500 (now 0.5)")]
    [InlineData("UPDATE forecast_horizons SET har_deviation = 1 WHERE forecast_number = 4 AND bars = 3", "horizon 3, har_deviation (now 1)")]
    [InlineData("UPDATE forecast_horizons SET due_bar = due_bar + 1 WHERE forecast_number = 4 AND bars = 1", "horizon 1, due_bar (now ")]
    public async Task Verify_ForecastEdited_NamesEntryAndValue(string sql, string value)
    {
        Tamper(sql);

        var fault = Assert.Single((await VerifyAsync()).Faults);

        Assert.Equal((FaultKind.Changed, 5L, 4L), (fault.Kind, fault.Record, fault.Subject!.Entry));
        Assert.Equal(_entries[3].Id.ToString(), fault.Subject.Id);
        Assert.Contains(value, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_SmallestChangeOfANumber_IsFound()
    {
        var value = BitConverter.DoubleToInt64Bits(0.01);
        Tamper("UPDATE forecast_horizons SET q500 = $value WHERE forecast_number = 6 AND bars = 1", BitConverter.Int64BitsToDouble(value + 1));

        Assert.Equal((7L, "ETHUSD"), Where(Assert.Single((await VerifyAsync()).Faults)));
    }

    [Fact]
    public async Task Verify_SeveralEntriesEdited_NamesEachInTheirOrder()
    {
        Tamper("UPDATE forecasts SET source = 'x' WHERE number IN (5, 1, 3)");

        Assert.Equal([(2, "BTCUSD"), (4, "BTCUSD"), (6, "ETHUSD")], (await VerifyAsync()).Faults.Select(Where));
    }

    [Theory]
    [InlineData("UPDATE forecast_horizons SET return = 0.5 WHERE forecast_number = 2 AND bars = 1", "return (now 0.5)")]
    [InlineData("UPDATE forecast_horizons SET crps = 0.001 WHERE forecast_number = 2 AND bars = 1", "crps (now 0.001)")]
    [InlineData("UPDATE forecast_horizons SET state = 'Void' WHERE forecast_number = 2 AND bars = 1", "state (now Void)")]
    public async Task Verify_OutcomeEdited_NamesEntryAndValue(string sql, string value)
    {
        Tamper(sql);

        var faults = (await VerifyAsync()).Faults.Where(fault => fault.Kind != FaultKind.WrongCount);

        var fault = Assert.Single(faults);
        Assert.Equal((FaultKind.Changed, 8L, 2L, "BTCUSD"), (fault.Kind, fault.Record, fault.Subject!.Entry, fault.Subject.Symbol));
        Assert.Contains("the outcome of horizon 1", fault.Message, StringComparison.Ordinal);
        Assert.Contains(value, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OutcomeTakenBack_IsFound()
    {
        Tamper("UPDATE forecast_horizons SET state = NULL, record_number = NULL, return = NULL, close = NULL, crps = NULL, decided_at = NULL "
            + "WHERE forecast_number = 2 AND bars = 1");

        var faults = (await VerifyAsync()).Faults;

        Assert.Contains(faults, fault => fault is { Kind: FaultKind.Gone, Record: 8 } && fault.Message.Contains("4 outcomes were sealed, 3 are there"));
    }

    [Fact]
    public async Task Verify_OutcomePutInBesideTheChain_IsFound()
    {
        Tamper("UPDATE forecast_horizons SET state = 'Resolved', return = 0, close = 1, crps = 0 WHERE forecast_number = 5 AND bars = 1");

        var faults = (await VerifyAsync()).Faults;

        Assert.Contains(faults, fault => fault is { Kind: FaultKind.Unsealed, Subject.Entry: 5 } && fault.Message.Contains("horizon 1"));
    }

    [Fact]
    public async Task Verify_EntryPutInBesideTheChain_IsFound()
    {
        Tamper("INSERT INTO forecasts SELECT NULL, 'OTHER', 'DOGEUSD', timeframe, issued_at, last_bar, last_close, model_version, inputs_hash, source, "
            + "is_simulated, data_as_of, bar_count, fallbacks, rule_version, models, regime, verdict, verdict_reason FROM forecasts WHERE number = 1");

        Assert.Equal((FaultKind.Unsealed, "DOGEUSD"), Kind(Assert.Single((await VerifyAsync()).Faults)));
    }

    [Fact]
    public async Task Verify_EntryDeleted_IsNamed()
    {
        Tamper("DELETE FROM forecast_horizons WHERE forecast_number = 5; DELETE FROM forecasts WHERE number = 5");

        var fault = Assert.Single((await VerifyAsync()).Faults);

        Assert.Equal((FaultKind.Gone, 6L, 5L), (fault.Kind, fault.Record, fault.Subject!.Entry));
    }

    [Fact]
    public async Task Verify_HorizonDeleted_IsNamed()
    {
        Tamper("DELETE FROM forecast_horizons WHERE forecast_number = 5 AND bars = 2");

        var fault = Assert.Single((await VerifyAsync()).Faults);

        Assert.Equal((FaultKind.Gone, "ETHUSD"), Kind(fault));
        Assert.Contains("3 horizons were sealed, 2 are there", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_EntryDeletedWithItsRecord_IsFound()
    {
        Tamper("DELETE FROM ledger_records WHERE number = 6; DELETE FROM forecast_horizons WHERE forecast_number = 5; DELETE FROM forecasts WHERE number = 5");

        var fault = Assert.Single((await VerifyAsync()).Faults);

        Assert.Equal((FaultKind.MissingRecord, "Record 6 is missing."), (fault.Kind, fault.Message));
    }

    [Fact]
    public async Task Verify_RecordsSwapped_NamesBoth()
    {
        Tamper("UPDATE ledger_records SET number = -1 WHERE number = 4; UPDATE ledger_records SET number = 4 WHERE number = 5; "
            + "UPDATE ledger_records SET number = 5 WHERE number = -1");

        var faults = (await VerifyAsync()).Faults;

        Assert.Equal([4L, 5L, 6L], faults.Where(fault => fault.Kind == FaultKind.BrokenLink).Select(fault => fault.Record!.Value));
        Assert.Equal([4L, 5L], faults.Where(fault => fault.Kind == FaultKind.Changed).Select(fault => fault.Record!.Value));
    }

    [Fact]
    public async Task Verify_EntriesSwapped_NamesBoth()
    {
        Tamper("UPDATE ledger_records SET forecast_number = 9 - forecast_number WHERE number IN (5, 6)");

        var faults = (await VerifyAsync()).Faults;

        Assert.Equal([5L, 6L], faults.Select(fault => fault.Record!.Value).Distinct());
        Assert.All(faults, fault => Assert.Equal(FaultKind.Changed, fault.Kind));
    }

    [Fact]
    public async Task Verify_EndCutOff_IsFound()
    {
        Tamper("UPDATE forecast_horizons SET state = NULL, record_number = NULL WHERE record_number = 9; DELETE FROM ledger_records WHERE number = 9");

        Assert.Contains((await VerifyAsync()).Faults, fault => fault is { Kind: FaultKind.CutOff, Record: 9 });
    }

    [Fact]
    public async Task Verify_EndCutOffAndHeadPutBack_IsFoundByItsSignature()
    {
        Tamper("UPDATE forecast_horizons SET state = NULL, record_number = NULL WHERE record_number = 9; DELETE FROM ledger_records WHERE number = 9; "
            + "UPDATE ledger_head SET number = 8, hash = (SELECT hash FROM ledger_records WHERE number = 8)");

        Assert.Contains((await VerifyAsync()).Faults, fault => fault.Kind == FaultKind.WrongHead && fault.Message.Contains("not signed"));
    }

    [Fact]
    public async Task Verify_HeadTakenAway_IsFoundAndNothingIsFrozen()
    {
        Tamper("DELETE FROM ledger_head");

        Assert.Equal(FaultKind.WrongHead, Assert.Single((await VerifyAsync()).Faults).Kind);
        var error = await Assert.ThrowsAsync<StorageException>(() => AppendAsync(6));
        Assert.Contains("no head", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_HashComputedAnewAfterAnEdit_IsFoundByItsSignature()
    {
        Tamper("UPDATE forecasts SET last_close = 7 WHERE number = 6");
        await ReadAsync(connection =>
        {
            var record = new SqliteJournalSnapshot(connection, "ara.db").RecordOf(6)!;
            var form = new SealedForm();
            var hash = System.Security.Cryptography.SHA256.HashData(
                form.Bytes(record.Content!, record.Number, record.Kind, record.RecordedAt, record.PreviousHash.Span));
            var marks = Convert.ToHexString(form.Marks(record.Content!));
            Tamper($"UPDATE ledger_records SET hash = x'{Convert.ToHexString(hash)}', marks = x'{marks}' WHERE number = 7");
        });

        var faults = (await VerifyAsync()).Faults;

        Assert.Equal([(FaultKind.WrongSignature, 7L), (FaultKind.BrokenLink, 8L)], faults.Select(fault => (fault.Kind, fault.Record!.Value)));
    }

    [Theory]
    [InlineData("UPDATE ledger_records SET signature = substr(signature, 1, 20) || x'00' || substr(signature, 22) WHERE number = 5", FaultKind.WrongSignature)]
    [InlineData("UPDATE ledger_records SET signature = x'' WHERE number = 5", FaultKind.WrongSignature)]
    [InlineData("UPDATE ledger_records SET recorded_at = recorded_at + 1 WHERE number = 5", FaultKind.Changed)]
    [InlineData("UPDATE ledger_records SET kind = 'Resolution' WHERE number = 5", FaultKind.Gone)]
    [InlineData("UPDATE ledger_records SET kind = 'Nonsense' WHERE number = 5", FaultKind.Unreadable)]
    [InlineData("UPDATE ledger_records SET form = 2 WHERE number = 5", FaultKind.Unreadable)]
    [InlineData("UPDATE ledger_records SET key_id = 'other' WHERE number = 5", FaultKind.WrongKey)]
    [InlineData("UPDATE ledger_records SET marks = zeroblob(length(marks)) WHERE number = 5", FaultKind.Changed)]
    [InlineData("UPDATE ledger_records SET marks = x'' WHERE number = 5", FaultKind.Changed)]
    [InlineData("UPDATE ledger_records SET previous_hash = zeroblob(32) WHERE number = 5", FaultKind.BrokenLink)]
    [InlineData("UPDATE ledger_records SET forecast_number = NULL WHERE number = 5", FaultKind.Gone)]
    public async Task Verify_RecordEdited_IsNamed(string sql, FaultKind expected)
    {
        Tamper(sql);

        Assert.Contains((await VerifyAsync()).Faults, fault => fault.Kind == expected && fault.Record == 5);
    }

    [Theory]
    [InlineData("UPDATE ledger_keys SET public_key = x'00'")]
    [InlineData("UPDATE ledger_keys SET id = 'other'")]
    [InlineData("UPDATE ledger_keys SET record_number = 2")]
    [InlineData("UPDATE ledger_keys SET reason = 'Rotated'")]
    [InlineData("DELETE FROM ledger_keys")]
    public async Task Verify_KeyEdited_IsFound(string sql)
    {
        Tamper(sql);

        Assert.NotEmpty((await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task Verify_CountsEdited_NamesTheSeries()
    {
        Tamper("UPDATE forecast_coverage SET inside90 = inside90 + 1 WHERE bars = 1");

        Assert.Contains("BTCUSD 1d", Assert.Single((await VerifyAsync()).Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NotedHash_HasToBeInTheChain()
    {
        var noted = (await _store.Journal.HeadAsync(CancellationToken.None))!.Hash.ToArray();
        await AppendAsync(6);

        Assert.Empty((await VerifyAsync(noted)).Faults);
        noted[3] ^= 1;
        Assert.Equal(FaultKind.NotHeld, Assert.Single((await VerifyAsync(noted)).Faults).Kind);
    }

    [Fact]
    public async Task Verify_ClockWentBack_IsANoteAndNoFault()
    {
        _store.Time.Advance(TimeSpan.FromDays(-3));
        await AppendAsync(6);

        var found = await VerifyAsync();

        Assert.Empty(found.Faults);
        Assert.Contains("clock", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    private static (long Record, string Symbol) Where(LedgerFault fault) => (fault.Record!.Value, fault.Subject!.Symbol);

    private static (FaultKind Kind, string Symbol) Kind(LedgerFault fault) => (fault.Kind, fault.Subject!.Symbol);

    // Whoever has the file can take the triggers away first.
    private void Tamper(string sql, double? value = null)
    {
        using var connection = new SqliteConnection($"Data Source={_store.Databases.Ledger.FilePath};Pooling=False;Foreign Keys=False");
        connection.Open();
        var triggers = new List<string>();
        using (var list = connection.CreateCommand())
        {
            list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'trigger'";
            using var reader = list.ExecuteReader();
            while (reader.Read())
            {
                triggers.Add($"DROP TRIGGER {reader.GetString(0)};");
            }
        }

        using var command = connection.CreateCommand();
        command.CommandText = string.Concat(triggers) + sql;
        command.Parameters.AddWithValue("$value", (object?)value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private async Task ReadAsync(Action<SqliteConnection> read)
    {
        await using var connection = _store.Databases.Ledger.Open();
        read(connection);
    }

    private Task<bool> AppendAsync(int day) => _store.Ledger.AppendAsync(Entries.Make("BTCUSD", Bar.AddDays(day), 1), CancellationToken.None).AsTask();

    private Task<LedgerVerification> VerifyAsync(byte[]? noted = null) => _store.Journal.ReadAsync(
        journal => ChainVerifier.Verify(journal, noted, CancellationToken.None), CancellationToken.None).AsTask();
}
