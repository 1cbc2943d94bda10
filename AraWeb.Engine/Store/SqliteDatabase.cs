using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AraWeb.Engine.Store;

/// <summary>
/// One SQLite file: how its connections are opened (pooled, one for each operation) and the gate that lets one writer of this process through at a
/// time, so that only other programs can make a write wait inside SQLite. Knows no tables.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly int _busyMilliseconds;

    public SqliteDatabase(string path, TimeSpan busyTimeout, SqliteOpenMode mode)
    {
        FilePath = path;
        _busyMilliseconds = (int)Math.Clamp(busyTimeout.TotalMilliseconds, 1, int.MaxValue);

        // The provider repeats a busy command until its own timeout in whole seconds has passed; zero would mean for ever.
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = (int)Math.Ceiling(_busyMilliseconds / 1000.0),
        }.ToString();
    }

    /// <summary>Absolute path of the file.</summary>
    public string FilePath { get; }

    /// <summary>For EF Core, which opens its own connections.</summary>
    public string ConnectionString { get; }

    /// <summary>Opens a connection of the pool; the file must be there.</summary>
    public SqliteConnection Open() => Open(ConnectionString);

    /// <summary>Opens a connection and makes the file where it is missing.</summary>
    public SqliteConnection Create() =>
        Open(new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());

    /// <summary>Waits until no other writer of this process is at work. Release by disposing what comes back.</summary>
    public async ValueTask<WriteTurn> EnterWriteAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return new WriteTurn(_gate);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _gate.Dispose();
    }

    private SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle, _busyMilliseconds);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
