using AraWeb.Engine.Core;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AraWeb.Engine.Store;

/// <summary>Turns what SQLite reports into a <see cref="StorageException"/> that says what happened and what to do next.</summary>
internal static class StorageFault
{
    /// <summary>The error for a failed operation on <paramref name="path"/>.</summary>
    public static StorageException From(SqliteException error, string path)
    {
        var folder = Path.GetDirectoryName(path);
        var (message, advice) = error.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (
                $"The database {path} is locked by another program; nothing was written.",
                "Close what else uses it (another Ara, a database browser, a backup) and try again."),
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => (
                $"The database {path} is read-only; nothing was written.",
                $"Give the account that runs Ara write permission to the file and to {folder}, or set Storage:Folder to a folder that it may write."),
            raw.SQLITE_FULL => (
                $"The disk that holds {path} is full; nothing was written and nothing was lost.",
                "Free space there, or set Storage:Folder to a folder on another disk."),
            raw.SQLITE_NOTADB => (
                $"The file {path} is not a database.",
                "Move it away so that Ara can make a new one, or set Storage:Folder to another folder."),
            raw.SQLITE_CORRUPT => (
                $"The database {path} is damaged.",
                "Stop Ara and put a backup in its place; without one move bars.db away, it is filled again from its sources."),
            raw.SQLITE_CANTOPEN => (
                $"The database {path} cannot be opened: the path is missing, is a folder, or may not be read.",
                $"Check {folder} and its permissions, or set Storage:Folder to another folder; Ara creates its databases when it starts."),
            raw.SQLITE_IOERR => (
                $"Reading or writing {path} failed: {error.Message}",
                "Check the disk and its free space; a network folder is not a safe place for a database."),
            raw.SQLITE_CONSTRAINT => (
                $"The database {path} refused the change: {error.Message}",
                "What is in the ledger is frozen: nothing there is changed or deleted."),
            _ => (
                $"The database {path} failed: {error.Message}",
                "Start the program again, it sets up missing tables; if it stays, move the file away and restore a backup."),
        };
        return new StorageException(message, advice, error);
    }

    /// <summary>The error for content that cannot be read back.</summary>
    public static StorageException Damaged(InvalidDataException error, string path) => new(
        $"The database {path} is damaged: {error.Message}",
        "Stop Ara and put a backup in its place; without one move bars.db away, it is filled again from its sources.",
        error);

    /// <summary>The error for a folder or file that cannot be made.</summary>
    public static StorageException From(Exception error, string path) => new(
        $"The folder {path} cannot be used: {error.Message}",
        "Set Storage:Folder to a folder that the account running Ara may write.",
        error);
}
