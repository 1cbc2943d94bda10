using AraWeb.Engine.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AraWeb.Engine.Store;

/// <summary>
/// Runs work on <c>ara.db</c> through EF Core: a context for each piece of work, a write as one transaction, failures as <see cref="StorageException"/>.
/// </summary>
internal sealed class AraContexts
{
    private readonly SqliteDatabase _database;
    private readonly PooledDbContextFactory<AraDbContext> _factory;

    public AraContexts(SqliteDatabase database)
    {
        _database = database;

        // Migrations are written by hand and carry no snapshot to compare with; a test compares the schema instead.
        _factory = new PooledDbContextFactory<AraDbContext>(new DbContextOptionsBuilder<AraDbContext>()
            .UseSqlite(database.ConnectionString)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options);
    }

    /// <summary>A context that the caller disposes.</summary>
    public AraDbContext Create() => _factory.CreateDbContext();

    /// <summary>Reads.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<AraDbContext, Task<T>> read)
    {
        try
        {
            await using var context = Create();
            return await read(context);
        }
        catch (SqliteException error)
        {
            throw StorageFault.From(error, _database.FilePath);
        }
    }

    /// <summary>Writes: the transaction begins before the work reads anything, so what it reads stays true until it commits.</summary>
    public async ValueTask<T> WriteAsync<T>(Func<AraDbContext, Task<T>> write, CancellationToken cancellationToken)
    {
        using var turn = await _database.EnterWriteAsync(cancellationToken);
        try
        {
            await using var context = Create();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var result = await write(context);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch (SqliteException error)
        {
            throw StorageFault.From(error, _database.FilePath);
        }
        catch (DbUpdateException error) when (error.InnerException is SqliteException inner)
        {
            throw StorageFault.From(inner, _database.FilePath);
        }
    }
}
