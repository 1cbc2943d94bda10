using AraWeb.Engine.Core;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store;

/// <summary>
/// The two SQLite files of a folder. Bars have their own (<c>bars.db</c>) because they are large, come in bulk and can be fetched again, while
/// <c>ara.db</c> (ledger, job runs, through EF Core) is small, cannot be replaced and is what a backup must hold: a bulk import never makes the
/// ledger wait, and a damaged bar file loses nothing that was issued. Both use write-ahead logging. Nothing is created before
/// <see cref="StoreInitializer"/> ran.
/// </summary>
public sealed class StoreDatabases : IDisposable
{
    private static readonly TimeSpan DefaultBusyTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Names the files of a folder. A write waits five seconds for another program that holds a database before it fails.</summary>
    /// <param name="folder">The folder, absolute; it need not exist yet.</param>
    /// <exception cref="InputException">The path is not absolute.</exception>
    public StoreDatabases(string folder)
        : this(folder, DefaultBusyTimeout)
    {
    }

    /// <summary>Names the files of a folder, with a waiting time of its own.</summary>
    internal StoreDatabases(string folder, TimeSpan busyTimeout)
        : this(folder, busyTimeout, SqliteOpenMode.ReadWrite)
    {
    }

    private StoreDatabases(string folder, TimeSpan busyTimeout, SqliteOpenMode mode)
    {
        if (!Path.IsPathFullyQualified(folder))
        {
            throw new InputException("Storage:Folder", folder, "Name a folder that Ara may write.");
        }

        Folder = folder;
        Bars = new SqliteDatabase(Path.Combine(folder, "bars.db"), busyTimeout, mode);
        Ledger = new SqliteDatabase(Path.Combine(folder, "ara.db"), busyTimeout, mode);
        Contexts = new AraContexts(Ledger);
    }

    /// <summary>The folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>Instruments, bars and their revisions.</summary>
    internal SqliteDatabase Bars { get; }

    /// <summary>Ledger and job runs.</summary>
    internal SqliteDatabase Ledger { get; }

    /// <summary>EF Core on <see cref="Ledger"/>.</summary>
    internal AraContexts Contexts { get; }

    /// <summary>The same files, opened for reading only.</summary>
    internal StoreDatabases AsReadOnly() => new(Folder, DefaultBusyTimeout, SqliteOpenMode.ReadOnly);

    /// <inheritdoc/>
    public void Dispose()
    {
        Bars.Dispose();
        Ledger.Dispose();
    }
}
