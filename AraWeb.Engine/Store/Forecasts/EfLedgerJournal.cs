using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Chain;
using AraWeb.Engine.Registry;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>The chain of the ledger in <c>ara.db</c>: its keys and its reading. Entries and outcomes are chained by <see cref="EfLedgerStore"/>.</summary>
/// <param name="databases">Where the ledger lies; set up by <see cref="StoreInitializer"/>.</param>
/// <param name="keys">Where the signing key lies.</param>
/// <param name="time">The clock.</param>
public sealed class EfLedgerJournal(StoreDatabases databases, SigningKeyFolder keys, TimeProvider time) : ILedgerJournal
{
    private readonly AraContexts _contexts = databases.Contexts;
    private readonly ChainWriter _chain = new(keys, time);

    /// <inheritdoc/>
    public ValueTask<LedgerHead> OpenAsync(CancellationToken cancellationToken) => _contexts.WriteAsync(
        async context => ToHead(await _chain.OpenAsync(context, cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerHead?> HeadAsync(CancellationToken cancellationToken) => _contexts.ReadAsync(
        async context => await context.Heads.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } head ? ToHead(head) : null);

    /// <inheritdoc/>
    public async ValueTask<LedgerHead> RotateKeyAsync(bool isLost, CancellationToken cancellationToken)
    {
        var head = await _contexts.WriteAsync(
            async context =>
            {
                var row = await context.Heads.SingleOrDefaultAsync(cancellationToken) ?? await _chain.OpenAsync(context, cancellationToken);
                if (isLost && IsHere(row.KeyId))
                {
                    throw new InputException("lost", row.KeyId, "The key is not lost, so it can sign for the next one: run 'ara ledger rotate-key' as it is.");
                }

                using var next = keys.Next();
                var signer = isLost ? next : keys.Get(row.KeyId);
                _chain.Introduce(context, row, next, signer, isLost ? KeyReason.Lost : KeyReason.Rotated);
                await context.SaveChangesAsync(cancellationToken);
                return ToHead(row);
            },
            cancellationToken);

        // The ledger names it now, so it takes the place of the old one.
        _ = keys.Get(head.KeyId);
        return head;
    }

    /// <inheritdoc/>
    public ValueTask<LedgerReceipt?> ReceiptAsync(Guid entryId, CancellationToken cancellationToken) => _contexts.ReadAsync(async context =>
    {
        await using var transaction = await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellationToken);
        try
        {
            var row = await context.Forecasts.AsNoTracking().Include(forecast => forecast.Horizons)
                .SingleOrDefaultAsync(forecast => forecast.Id == entryId, cancellationToken);
            return row is null ? null : Receipt(ChainWriter.ConnectionOf(context), row);
        }
        catch (Exception error) when (ForecastMapping.IsNoEntry(error))
        {
            throw ForecastMapping.Changed(error);
        }
    });

    /// <inheritdoc/>
    public ValueTask<T> ReadAsync<T>(Func<IJournalSnapshot, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new ValueTask<T>(Task.Run(
            () =>
            {
                try
                {
                    using var connection = databases.Ledger.Open();
                    using var transaction = connection.BeginTransaction(deferred: true);
                    return read(new SqliteJournalSnapshot(connection, databases.Ledger.FilePath));
                }
                catch (SqliteException error)
                {
                    throw StorageFault.From(error, databases.Ledger.FilePath);
                }
            },
            cancellationToken));
    }

    private static LedgerHead ToHead(LedgerHeadRow row) => new(row.Number, row.Hash, row.SignedAt, row.KeyId, row.Signature);

    private LedgerReceipt Receipt(SqliteConnection connection, ForecastRow row)
    {
        var journal = new SqliteJournalSnapshot(connection, databases.Ledger.FilePath);
        var record = journal.RecordOf(row.Number);
        var resolutions = journal.Records([.. row.Horizons.Select(horizon => horizon.RecordNumber).OfType<long>().Distinct()]);
        var signers = resolutions.Select(resolution => resolution.KeyId).Append(record?.KeyId).Append(journal.Head?.KeyId).ToList();
        return new LedgerReceipt(
            row.Number, ForecastMapping.ToEntry(row), record, resolutions, [.. journal.Keys.Where(key => signers.Contains(key.Id))], journal.Head);
    }

    private bool IsHere(string keyId)
    {
        try
        {
            _ = keys.Get(keyId);
            return true;
        }
        catch (StorageException)
        {
            return false;
        }
    }
}
