using AraWeb.Engine.Registry;

namespace AraWeb.Tests.Engine.Registry;

/// <summary>A key that signs, and the keys that are trusted beside it.</summary>
internal sealed class TestModelKeys(params SigningKey[] trusted) : IModelKeys, IDisposable
{
    private readonly Dictionary<string, PublicKey> _public =
        trusted.ToDictionary(key => key.Id, key => new PublicKey(key.PublicKey.Span), StringComparer.Ordinal);

    public SigningKey Signer => trusted[0];

    public PublicKey? Find(string keyId) => _public.GetValueOrDefault(keyId);

    public void Dispose()
    {
        foreach (var key in _public.Values)
        {
            key.Dispose();
        }
    }
}
