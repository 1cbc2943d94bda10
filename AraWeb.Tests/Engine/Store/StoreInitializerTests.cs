using AraWeb.Engine.Core;
using AraWeb.Engine.Store;

namespace AraWeb.Tests.Engine.Store;

public sealed class StoreInitializerTests : IDisposable
{
    private readonly TempStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task InitializeAsync_EmptyFolder_MakesBothDatabasesInWalMode()
    {
        await InitializeAsync();

        foreach (var database in (SqliteDatabase[])[_store.Databases.Bars, _store.Databases.Ledger])
        {
            using var connection = database.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode";
            Assert.Equal("wal", command.ExecuteScalar());
        }

        Assert.Empty(await _store.Bars.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task InitializeAsync_ManyAtOnceAndAgain_SucceedsEachTime()
    {
        var initializers = Enumerable.Range(0, 4).Select(_ => new StoreDatabases(_store.Databases.Folder)).ToList();

        await Task.WhenAll(initializers.Select(databases => Task.Run(() => new StoreInitializer(databases).InitializeAsync(CancellationToken.None))));
        await InitializeAsync();

        initializers.ForEach(databases => databases.Dispose());
        Assert.Empty(await _store.Ledger.PendingAsync(DateTimeOffset.MaxValue, 1, CancellationToken.None));
    }

    [Fact]
    public async Task InitializeAsync_AfterAProgramDiedWhileMigrating_GoesOn()
    {
        await InitializeAsync();
        Execute(
            _store.Databases.Ledger,
            "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL);"
            + "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2020-01-01'); DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%JobRun%';"
            + "DROP TABLE job_runs");

        await InitializeAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Execute(_store.Databases.Ledger, "SELECT * FROM job_runs");
    }

    [Fact]
    public async Task InitializeAsync_DatabasesOfANewerVersion_SaysSo()
    {
        await InitializeAsync();
        Execute(_store.Databases.Ledger, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99')");
        Assert.Contains("newer version", (await FailAsync()).Message, StringComparison.Ordinal);

        Execute(_store.Databases.Bars, "PRAGMA user_version = 99");
        Assert.Contains("layout 99", (await FailAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InitializeAsync_FolderIsAFile_SaysWhatToSet()
    {
        await File.WriteAllTextAsync(_store.Databases.Folder, "not a folder");

        var error = await FailAsync();

        Assert.Contains(_store.Databases.Folder, error.Message, StringComparison.Ordinal);
        Assert.Contains("Storage:Folder", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bars.db")]
    [InlineData("ara.db")]
    public async Task InitializeAsync_FileIsNoDatabase_SaysSoAndLeavesIt(string file)
    {
        Directory.CreateDirectory(_store.Databases.Folder);
        var path = Path.Combine(_store.Databases.Folder, file);
        var text = string.Concat(Enumerable.Repeat("no database here\n", 200));
        await File.WriteAllTextAsync(path, text);

        var error = await FailAsync();

        Assert.Contains("is not a database", error.Message, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal("storage-failed", error.Code);
        Assert.Equal(text, await File.ReadAllTextAsync(path));
    }

    [Theory]
    [InlineData("bars.db")]
    [InlineData("ara.db")]
    public async Task InitializeAsync_FolderInPlaceOfTheFile_CannotBeOpened(string file)
    {
        Directory.CreateDirectory(Path.Combine(_store.Databases.Folder, file));

        Assert.Contains("cannot be opened", (await FailAsync()).Message, StringComparison.Ordinal);
    }

    private static void Execute(SqliteDatabase database, string sql)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task InitializeAsync() => new StoreInitializer(_store.Databases).InitializeAsync(CancellationToken.None);

    private Task<StorageException> FailAsync() => Assert.ThrowsAsync<StorageException>(InitializeAsync);
}
