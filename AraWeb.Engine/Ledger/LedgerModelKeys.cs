using AraWeb.Engine.Registry;

namespace AraWeb.Engine.Ledger;

/// <summary>
/// The ledger's keys for models: its present key signs, and every key that its chain names is trusted, so that a rotation makes no model unreadable. The
/// private key is asked for only when something is signed.
/// </summary>
public sealed class LedgerModelKeys : IModelKeys, IDisposable
{
    private readonly SigningKeyFolder _folder;
    private readonly string _present;
    private readonly Dictionary<string, PublicKey> _keys;

    private LedgerModelKeys(SigningKeyFolder folder, string present, Dictionary<string, PublicKey> keys) =>
        (_folder, _present, _keys) = (folder, present, keys);

    /// <inheritdoc/>
    public SigningKey Signer => _folder.Get(_present);

    /// <summary>Reads the keys of the chain, which begins with this where there is none yet.</summary>
    /// <exception cref="Core.StorageException">The ledger or the key folder cannot be used.</exception>
    public static async ValueTask<LedgerModelKeys> OpenAsync(ILedgerJournal journal, SigningKeyFolder folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var keys = await journal.ReadAsync(snapshot => snapshot.Keys, cancellationToken);
        if (keys.Count == 0)
        {
            await journal.OpenAsync(cancellationToken);
            keys = await journal.ReadAsync(snapshot => snapshot.Keys, cancellationToken);
        }

        var trusted = keys.ToDictionary(key => key.Id, key => new PublicKey(key.PublicKey.Span), StringComparer.Ordinal);
        return new LedgerModelKeys(folder, keys[^1].Id, trusted);
    }

    /// <inheritdoc/>
    public PublicKey? Find(string keyId) => _keys.GetValueOrDefault(keyId);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }
}
