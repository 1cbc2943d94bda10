using System.Security.Cryptography;

namespace AraWeb.Engine.Registry;

/// <summary>A private key that signs hashes: ECDSA on the curve P-256, signatures in DER. Knows nothing of files; safe for several threads.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;
    private readonly Lock _gate = new();

    private SigningKey(ECDsa key)
    {
        _key = key;
        PublicKey = key.ExportSubjectPublicKeyInfo();
        Id = Registry.PublicKey.IdOf(PublicKey.Span);
    }

    /// <summary>Id of the public half: the first 16 hexadecimal digits of its SHA-256.</summary>
    public string Id { get; }

    /// <summary>DER of the public half's SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>Makes a new key from the operating system's randomness.</summary>
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a key that <see cref="ToPem"/> wrote.</summary>
    /// <exception cref="CryptographicException">The text holds no private key on this curve.</exception>
    public static SigningKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            _ = key.ExportPkcs8PrivateKey();
            return Registry.PublicKey.IsP256(key) ? new SigningKey(key) : throw new CryptographicException("Not a key on the curve P-256.");
        }
        catch (ArgumentException error)
        {
            key.Dispose();
            throw new CryptographicException("Not a private key in PEM.", error);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The private key as PKCS#8 in PEM: a secret.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem();

    /// <summary>Signs a SHA-256 hash; every call gives other bytes, all of them valid.</summary>
    public byte[] Sign(ReadOnlySpan<byte> hash)
    {
        lock (_gate)
        {
            return _key.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
