using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Store;
using AraWeb.Engine.Store.Bars;
using AraWeb.Engine.Store.Forecasts;
using AraWeb.Tests.Engine.Ledger;
using Microsoft.Data.Sqlite;

namespace AraWeb.Tests.Engine.Store;

/// <summary>Real faults: each ends in a <see cref="StorageException"/> that says what to do, and what was kept before stays whole.</summary>
public sealed class StoreFaultTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly BarQuery Minutes = new(Symbol.Parse("BTCUSD"), Timeframe.OneMinute);

    private TempStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await TempStore.CreateAsync();
        await WriteAsync(_store.Bars, 0, 1000);
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Write_AnotherProgramHoldsTheDatabase_FailsAfterTheBusyTime()
    {
        foreach (var (database, write) in Writes())
        {
            var before = (await _store.Bars.ReadAsync(Minutes, CancellationToken.None)).Count;
            using (var other = new SqliteConnection($"Data Source={database.FilePath};Pooling=False"))
            {
                other.Open();
                Execute(other, "BEGIN EXCLUSIVE");

                var error = await Assert.ThrowsAsync<StorageException>(write);

                Assert.Contains("locked", error.Message, StringComparison.Ordinal);
                Assert.Contains("Close what else uses it", error.Advice, StringComparison.Ordinal);
                Assert.Equal(before, (await _store.Bars.ReadAsync(Minutes, CancellationToken.None)).Count);
            }

            await write();
        }
    }

    [Fact]
    public async Task Write_ReadOnlyDatabase_SaysSo()
    {
        // Root may write everywhere, so the mode of the file would prove nothing: the connection itself is read-only.
        using var readOnly = _store.Databases.AsReadOnly();

        var bars = await Assert.ThrowsAsync<StorageException>(() => WriteAsync(new SqliteBarStore(readOnly), 1000, 10));
        var ledger = await Assert.ThrowsAsync<StorageException>(() => AppendAsync(new EfLedgerStore(readOnly, _store.Keys, _store.Time)));

        Assert.Contains("read-only", bars.Message, StringComparison.Ordinal);
        Assert.Contains("read-only", ledger.Message, StringComparison.Ordinal);
        Assert.Contains("write permission", ledger.Advice, StringComparison.Ordinal);
        Assert.Equal(1000, (await new SqliteBarStore(readOnly).ReadAsync(Minutes, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Write_DiskFullInTheMiddle_LosesNothing()
    {
        // The pool hands this connection to the store next; a bound on its pages makes SQLite run out of space as a full disk would.
        using (var connection = _store.Databases.Bars.Open())
        {
            Execute(connection, "PRAGMA max_page_count = 60");
        }

        var error = await Assert.ThrowsAsync<StorageException>(() => WriteAsync(_store.Bars, 1000, 50_000));

        Assert.Contains("full", error.Message, StringComparison.Ordinal);
        await AssertOldDataAsync(_store.Bars);
        SqliteConnection.ClearAllPools();
        await WriteAsync(_store.Bars, 1000, 50_000);
        Assert.Equal(51_000, (await _store.Bars.ReadAsync(Minutes, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Write_Cancelled_LosesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        using var other = _store.Databases.Bars.Open();
        Execute(other, "BEGIN IMMEDIATE");
        var write = Task.Run(async () => await _store.Bars.WriteAsync(TempStore.Coin("BTCUSD"), Series(0, 2000, 5), Later, cancelled.Token));
        await cancelled.CancelAsync();
        Execute(other, "ROLLBACK");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);

        await AssertOldDataAsync(_store.Bars);
    }

    [Fact]
    public async Task Write_KilledInTheMiddle_LeavesTheOldDataWhole()
    {
        // What a killed program leaves behind is the files as they are in the middle of a transaction: they are copied at that moment.
        var copy = Path.Combine(_store.Folder, "copy");
        Directory.CreateDirectory(copy);
        using (var connection = _store.Databases.Bars.Open())
        {
            Execute(connection, "PRAGMA cache_size = 10; BEGIN IMMEDIATE; DELETE FROM bar_chunks; UPDATE series SET bar_count = 0");
            ChunkTable.Insert(connection, 1, Known(Series(0, 20_000, 7)), 20_000, CancellationToken.None);
            Assert.True(new FileInfo(_store.Databases.Bars.FilePath + "-wal").Length > 100_000, "the half-written bars did not reach the disk");
            foreach (var file in Directory.GetFiles(_store.Databases.Folder))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }

            Execute(connection, "ROLLBACK");
        }

        using var databases = new StoreDatabases(copy);
        await new StoreInitializer(databases).InitializeAsync(CancellationToken.None);

        await AssertOldDataAsync(new SqliteBarStore(databases));
        Assert.Equal(10, await WriteAsync(new SqliteBarStore(databases), 1000, 10));
    }

    [Fact]
    public async Task Read_DamagedChunk_SaysWhatToDo()
    {
        using (var connection = _store.Databases.Bars.Open())
        {
            Execute(connection, "UPDATE bar_chunks SET bars = x'0102'");
        }

        var error = await Assert.ThrowsAsync<StorageException>(async () => await _store.Bars.ReadAsync(Minutes, CancellationToken.None));

        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
        Assert.Contains("backup", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NothingSetUp_SaysWhatToDo()
    {
        using var databases = new StoreDatabases(Path.Combine(_store.Folder, "nowhere"));

        var bars = await Assert.ThrowsAsync<StorageException>(async () => await new SqliteBarStore(databases).ListAsync(CancellationToken.None));
        var ledger = await Assert.ThrowsAsync<StorageException>(() => AppendAsync(new EfLedgerStore(databases, _store.Keys, _store.Time)));

        Assert.Contains("cannot be opened", bars.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be opened", ledger.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(databases.Folder));
    }

    private static BarSeries Series(int first, int count, double offset) => TempStore.Series(
        "BTCUSD", Timeframe.OneMinute, Start.AddMinutes(first), Enumerable.Range(first, count).Select(i => 100 + offset + (i % 50)));

    private static KnownBars Known(BarSeries bars) => BarMerge.Join(KnownBars.Empty(0), bars, 0).Merged;

    private static async Task<int> WriteAsync(SqliteBarStore store, int first, int count) =>
        await store.WriteAsync(TempStore.Coin("BTCUSD"), Series(first, count, 0), Later, CancellationToken.None);

    private static async Task AppendAsync(EfLedgerStore ledger) =>
        await ledger.AppendAsync(Entries.Make("BTCUSD", Entries.LastBar, 1), CancellationToken.None);

    private static async Task AssertOldDataAsync(SqliteBarStore store)
    {
        var bars = await store.ReadAsync(Minutes, CancellationToken.None);
        Assert.Equal(Series(0, 1000, 0).Close.ToArray(), bars.Close.ToArray());
        Assert.Equal(Start.AddMinutes(999), await store.NewestAsync(Minutes.Symbol, Minutes.Timeframe, CancellationToken.None));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private IEnumerable<(SqliteDatabase Database, Func<Task> Write)> Writes() =>
    [
        (_store.Databases.Bars, () => WriteAsync(_store.Bars, 1000, 10)),
        (_store.Databases.Ledger, () => AppendAsync(_store.Ledger)),
    ];
}
