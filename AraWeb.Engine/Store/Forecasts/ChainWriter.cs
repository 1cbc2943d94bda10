using System.Security.Cryptography;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger.Chain;
using AraWeb.Engine.Registry;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>
/// Adds signed records to the chain, inside the transaction of whatever they seal: both are there or neither. Begins the chain where there is none. The caller
/// has the database to itself.
/// </summary>
/// <param name="keys">Where the signing key is.</param>
/// <param name="time">The clock.</param>
internal sealed class ChainWriter(SigningKeyFolder keys, TimeProvider time)
{
    private readonly SealedForm _form = new();

    /// <summary>The connection that a context works on, inside its transaction.</summary>
    public static SqliteConnection ConnectionOf(AraDbContext context) => (SqliteConnection)context.Database.GetDbConnection();

    /// <summary>
    /// The head of the chain. Where there is none, makes the first signing key, the record that brings it into use and, if there are entries already, the
    /// record that seals them together.
    /// </summary>
    /// <exception cref="StorageException">The signing key is not at hand.</exception>
    public async Task<LedgerHeadRow> OpenAsync(AraDbContext context, CancellationToken cancellationToken)
    {
        if (await context.Heads.SingleOrDefaultAsync(cancellationToken) is { } head)
        {
            _ = keys.Get(head.KeyId);
            return head;
        }

        if (await context.Records.AnyAsync(cancellationToken))
        {
            throw new StorageException(
                "The ledger has records but no head: somebody has taken it away. Nothing was frozen.",
                "Run 'ara ledger verify' and put ara.db back from a backup.");
        }

        var key = keys.First();
        head = new LedgerHeadRow { Number = 0, Hash = new byte[SHA256.HashSizeInBytes], SignedAt = time.GetUtcNow(), KeyId = key.Id, Signature = [] };
        context.Heads.Add(head);
        Introduce(context, head, key, key, KeyReason.First);
        if (await context.Forecasts.MaxAsync(forecast => (long?)forecast.Number, cancellationToken) is { } last)
        {
            Append(context, head, RecordKind.Adoption, last, SealedContents.Adoption(ConnectionOf(context), last));
        }

        await context.SaveChangesAsync(cancellationToken);
        return head;
    }

    /// <summary>Adds a record signed by the present key; it is written with the context's next changes.</summary>
    public void Append(AraDbContext context, LedgerHeadRow head, RecordKind kind, long? forecastNumber, RecordContent content)
    {
        var key = keys.Get(head.KeyId);
        Append(context, head, kind, forecastNumber, content, key, key);
    }

    /// <summary>Adds the record that brings a key into use, signed by <paramref name="signer"/>; the head is the new key's.</summary>
    public void Introduce(AraDbContext context, LedgerHeadRow head, SigningKey key, SigningKey signer, KeyReason reason)
    {
        var encoded = key.PublicKey.ToArray();
        context.Keys.Add(new LedgerKeyRow { Id = key.Id, RecordNumber = head.Number + 1, Reason = reason, PublicKey = encoded });
        Append(context, head, RecordKind.Key, forecastNumber: null, SealedContents.Key(key.Id, reason, encoded), signer, key);
    }

    private void Append(
        AraDbContext context, LedgerHeadRow head, RecordKind kind, long? forecastNumber, RecordContent content, SigningKey signer, SigningKey successor)
    {
        var now = time.GetUtcNow();
        var number = head.Number + 1;
        var hash = SHA256.HashData(_form.Bytes(content, number, kind, now, head.Hash));
        context.Records.Add(new LedgerRecordRow
        {
            Number = number,
            Kind = kind,
            Form = SealedForm.Version,
            RecordedAt = now,
            ForecastNumber = forecastNumber,
            KeyId = signer.Id,
            PreviousHash = head.Hash,
            Hash = hash,
            Signature = signer.Sign(hash),
            Marks = _form.Marks(content),
        });
        head.Number = number;
        head.Hash = hash;
        head.SignedAt = now;
        head.KeyId = successor.Id;
        head.Signature = successor.Sign(LedgerHead.HashOf(number, hash, now));
    }
}
