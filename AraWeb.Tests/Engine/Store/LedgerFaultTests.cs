using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Chain;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Store;
using AraWeb.Engine.Store.Forecasts;
using AraWeb.Tests.Engine.Ledger;
using Microsoft.Data.Sqlite;

namespace AraWeb.Tests.Engine.Store;

/// <summary>Appending at once, dying in the middle, a file that was cut, damaged or may not be written, and what was frozen before there was a chain.</summary>
public sealed class LedgerFaultTests(SealedLedger ledger) : IClassFixture<SealedLedger>, IDisposable
{
    private static readonly DateTimeOffset Bar = Entries.LastBar;

    private readonly TempStore _store = TempStore.CopyOf(ledger.Store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task AppendAsync_TwoProgramsAtOnce_MakeOneSoundChain()
    {
        using var store = await TempStore.CreateAsync();
        using var second = new StoreDatabases(store.Databases.Folder);
        using var secondKeys = new SigningKeyFolder(Path.GetDirectoryName(store.Keys.FilePath)!);
        EfLedgerStore[] programs = [new(store.Databases, store.Keys, store.Time), new(second, secondKeys, store.Time)];

        // A short busy time of the first store would make it give up on the other program.
        using var patient = new StoreDatabases(store.Databases.Folder);
        programs[0] = new EfLedgerStore(patient, store.Keys, store.Time);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            async () => await programs[i % 2].AppendAsync(Entries.Make("BTCUSD", Bar.AddDays(i / 2), 1, 2), CancellationToken.None))));

        var found = await VerifyAsync(store);
        Assert.Empty(found.Faults);
        Assert.Equal((21L, 20L), (found.Records, found.Entries));
    }

    [Fact]
    public async Task AppendAsync_DiedInTheMiddle_LeavesASoundLedgerThatGoesOn()
    {
        // What a killed program leaves behind is the files as they are in the middle of its transaction: they are copied at that moment.
        using var copy = new TempStore();
        using (var connection = _store.Databases.Ledger.Open())
        {
            Execute(
                connection,
                "PRAGMA cache_size = 1; BEGIN IMMEDIATE; INSERT INTO ledger_records SELECT number + 9, kind, form, recorded_at, forecast_number, key_id, "
                + "previous_hash, hash, signature, zeroblob(100000) FROM ledger_records; UPDATE ledger_head SET number = 18");
            Assert.True(new FileInfo(_store.Databases.Ledger.FilePath + "-wal").Length > 100_000, "the half-written records did not reach the disk");
            Copy(_store.Folder, copy.Folder);
            Execute(connection, "ROLLBACK");
        }

        Assert.Equal(9, (await VerifyAsync(copy)).Records);
        await copy.Ledger.AppendAsync(Entries.Make("BTCUSD", Bar.AddDays(9), 1), CancellationToken.None);

        var found = await VerifyAsync(copy);
        Assert.Empty(found.Faults);
        Assert.Equal(10, found.Records);
    }

    [Fact]
    public async Task AppendAsync_FailsBetweenEntryAndRecord_LeavesNeither()
    {
        using (var connection = _store.Databases.Ledger.Open())
        {
            Execute(connection, "CREATE TRIGGER no_more BEFORE INSERT ON ledger_records BEGIN SELECT raise(ABORT, 'disk on fire'); END");
        }

        var entry = Entries.Make("BTCUSD", Bar.AddDays(9), 1);
        await Assert.ThrowsAsync<StorageException>(() => _store.Ledger.AppendAsync(entry, CancellationToken.None).AsTask());

        Assert.Null(await _store.Ledger.FindAsync(entry.Id, CancellationToken.None));
        Assert.Empty((await VerifyAsync(_store)).Faults);
    }

    [Fact]
    public async Task AppendAsync_SameForecastTwice_MakesOneRecord()
    {
        var again = await _store.Ledger.AppendAsync(ledger.Entries[0] with { Id = Guid.NewGuid(), LastClose = 7 }, CancellationToken.None);

        Assert.False(again);
        Assert.Equal(9, (await VerifyAsync(_store)).Records);
    }

    [Fact]
    public async Task ResolveAsync_DecidedBefore_MakesNoRecord()
    {
        await _store.Ledger.ResolveAsync(
            [new EntryOutcomes(ledger.Entries[0].Id, new Dictionary<int, Outcome> { [1] = Entries.Resolved(0.5) })], CancellationToken.None);

        var found = await VerifyAsync(_store);
        Assert.Empty(found.Faults);
        Assert.Equal(9, found.Records);
    }

    [Fact]
    public async Task ResolveAsync_OneEntryUnknown_DecidesNone()
    {
        EntryOutcomes[] both =
        [
            new(ledger.Entries[5].Id, new Dictionary<int, Outcome> { [1] = Entries.Void() }),
            new(Guid.Empty, new Dictionary<int, Outcome> { [1] = Entries.Void() }),
        ];
        await Assert.ThrowsAsync<ArgumentException>(() => _store.Ledger.ResolveAsync(both, CancellationToken.None).AsTask());

        Assert.Null((await _store.Ledger.FindAsync(ledger.Entries[5].Id, CancellationToken.None))!.Horizons[0].Outcome);
        Assert.Empty((await VerifyAsync(_store)).Faults);
    }

    [Fact]
    public async Task AppendAsync_Intraday_SealsTheFiveHorizonsThatAreKept()
    {
        await _store.Ledger.AppendAsync(
            Entries.Make("BTCUSD", Timeframe.OneMinute, Bar, "core-1", [.. Enumerable.Range(1, 30)]), CancellationToken.None);
        await _store.Ledger.AppendAsync(
            Entries.Make("BTCUSD", Timeframe.OneDay, Bar.AddDays(30), "core-1", [.. Enumerable.Range(1, 30)]), CancellationToken.None);

        var rows = await _store.Journal.ReadAsync(
            journal => journal.Records().Where(record => record.Number > 9).Select(record => record.Content!.Rows.Count).ToList(), CancellationToken.None);

        Assert.Equal([5, 30], rows);
        Assert.Empty((await VerifyAsync(_store)).Faults);
    }

    [Fact]
    public async Task OpenAsync_ReadOnlyDatabase_SaysSo()
    {
        using var readOnly = _store.Databases.AsReadOnly();

        var append = await Assert.ThrowsAsync<StorageException>(
            () => new EfLedgerStore(readOnly, _store.Keys, _store.Time).AppendAsync(Entries.Make("X", Bar, 1), CancellationToken.None).AsTask());

        Assert.Contains("read-only", append.Message, StringComparison.Ordinal);
        var found = await new EfLedgerJournal(readOnly, _store.Keys, _store.Time).ReadAsync(
            journal => ChainVerifier.Verify(journal, notedHash: null, CancellationToken.None), CancellationToken.None);
        Assert.Empty(found.Faults);
    }

    [Fact]
    public async Task Verify_FileCutShort_IsNoSoundLedger()
    {
        _store.Databases.Dispose();
        var path = Path.Combine(_store.Databases.Folder, "ara.db");
        await using (var file = new FileStream(path, FileMode.Open))
        {
            file.SetLength(file.Length * 2 / 3);
        }

        using var databases = new StoreDatabases(_store.Databases.Folder);
        Assert.NotEmpty(await FaultsAsync(databases));
    }

    // Every byte of a page is either part of what is checked or part of what SQLite looks after, but for free space, which holds nothing.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Verify_RandomByteFlippedInTheFile_IsFoundOrWasInFreeSpace(int seed)
    {
        _store.Databases.Dispose();
        var path = Path.Combine(_store.Databases.Folder, "ara.db");
        var whole = await File.ReadAllBytesAsync(path);
        var used = Used(path, whole.Length);
        var random = new Random(seed);
        for (var trial = 0; trial < 25; trial++)
        {
            var at = used[random.Next(used.Count)] + random.Next(40);
            var bytes = whole.ToArray();
            bytes[at] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(path, bytes);
            using var databases = new StoreDatabases(_store.Databases.Folder);

            Assert.True((await FaultsAsync(databases)).Count > 0, $"seed {seed}, trial {trial}: byte {at} was flipped and nobody saw it");
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
    }

    /// <summary>Where hashes, signatures and quantiles lie in the file: whatever is flipped there belongs to the ledger.</summary>
    private static List<int> Used(string path, int length)
    {
        var bytes = File.ReadAllBytes(path);
        var places = new List<int>();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash FROM ledger_records UNION ALL SELECT signature FROM ledger_records UNION ALL SELECT signature FROM ledger_head "
            + "UNION ALL SELECT public_key FROM ledger_keys UNION ALL SELECT CAST(source || fallbacks || ' ' AS BLOB) FROM forecasts";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var at = bytes.AsSpan().IndexOf(reader.GetFieldValue<byte[]>(0));
            if (at >= 0)
            {
                places.Add(at);
            }
        }

        Assert.True(places.Count >= 15 && places.Max() + 40 < length, $"{places.Count} places");
        return places;
    }

    private static async Task<IReadOnlyList<LedgerFault>> FaultsAsync(StoreDatabases databases)
    {
        try
        {
            using var keys = new SigningKeyFolder(databases.Folder);
            return (await new EfLedgerJournal(databases, keys, TimeProvider.System).ReadAsync(
                journal => ChainVerifier.Verify(journal, notedHash: null, CancellationToken.None), CancellationToken.None)).Faults;
        }
        catch (StorageException error)
        {
            return [new LedgerFault(FaultKind.DamagedFile, null, null, error.Message)];
        }
    }

    private static Task<LedgerVerification> VerifyAsync(TempStore store) => store.Journal.ReadAsync(
        journal => ChainVerifier.Verify(journal, notedHash: null, CancellationToken.None), CancellationToken.None).AsTask();

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
