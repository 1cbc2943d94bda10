using AraWeb.Engine.Core;
using AraWeb.Engine.Store.Bars;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store;

/// <summary>Sets the store up: folder, databases, tables. Runs once when the program starts, before anything reads or writes; safe to run again.</summary>
/// <param name="databases">What to set up.</param>
public sealed class StoreInitializer(StoreDatabases databases)
{
    /// <summary>Creates what is missing and brings an older layout up to date.</summary>
    /// <exception cref="StorageException">The folder or a database cannot be created, written or understood.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(databases.Folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StorageFault.From(error, databases.Folder);
        }

        using var turn = await databases.Bars.EnterWriteAsync(cancellationToken);
        try
        {
            using var connection = databases.Bars.Create();
            BarSchema.Apply(connection);
        }
        catch (SqliteException error)
        {
            throw StorageFault.From(error, databases.Bars.FilePath);
        }
    }
}
