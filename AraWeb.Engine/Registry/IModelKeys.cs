namespace AraWeb.Engine.Registry;

/// <summary>The keys that models are signed and checked with: those of the ledger.</summary>
public interface IModelKeys
{
    /// <summary>The key that signs now.</summary>
    /// <exception cref="Core.StorageException">It is not at hand.</exception>
    SigningKey Signer { get; }

    /// <summary>A public key that is trusted, the present one or one of before; null for a key that is not.</summary>
    PublicKey? Find(string keyId);
}
