using AraWeb.Engine.Core;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store.Bars;

/// <summary>The tables of the bar database and the version of their layout. Creates; a later layout adds its own step here.</summary>
internal static class BarSchema
{
    private const int Version = 1;

    // Newest revisions lie in chunks of columns, superseded ones apart: the common read touches one row for 256 bars and never looks at history.
    private const string Tables = """
        CREATE TABLE instruments (
            id INTEGER PRIMARY KEY,
            symbol TEXT NOT NULL UNIQUE,
            ticker TEXT NOT NULL,
            name TEXT NOT NULL,
            asset_class TEXT NOT NULL,
            currency TEXT NOT NULL,
            source TEXT NOT NULL,
            is_simulated INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX ix_instruments_ticker ON instruments (ticker, symbol);
        CREATE TABLE series (
            id INTEGER PRIMARY KEY,
            instrument_id INTEGER NOT NULL REFERENCES instruments (id),
            timeframe TEXT NOT NULL,
            newest INTEGER NOT NULL,
            bar_count INTEGER NOT NULL,
            UNIQUE (instrument_id, timeframe)
        ) STRICT;
        CREATE TABLE bar_chunks (
            id INTEGER PRIMARY KEY,
            series_id INTEGER NOT NULL REFERENCES series (id),
            first_time INTEGER NOT NULL,
            last_time INTEGER NOT NULL,
            bars BLOB NOT NULL,
            UNIQUE (series_id, first_time)
        ) STRICT;
        CREATE TABLE superseded_bars (
            series_id INTEGER NOT NULL REFERENCES series (id),
            time INTEGER NOT NULL,
            known_at INTEGER NOT NULL,
            superseded_at INTEGER NOT NULL,
            open REAL NOT NULL,
            high REAL NOT NULL,
            low REAL NOT NULL,
            close REAL NOT NULL,
            volume REAL NOT NULL,
            PRIMARY KEY (series_id, time, known_at)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Brings the database to the current layout; changes nothing where it has it.</summary>
    /// <exception cref="StorageException">The file was made by a newer version of the program.</exception>
    public static void Apply(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        var version = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"));
        if (version > Version)
        {
            throw new StorageException(
                $"{connection.DataSource} has layout {version}; this version of Ara knows layouts up to {Version}.",
                "Update Ara, or set Storage:Folder to another folder.");
        }

        if (version == 0)
        {
            Execute(connection, Tables);
            Execute(connection, $"PRAGMA user_version = {Version}");
        }

        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
