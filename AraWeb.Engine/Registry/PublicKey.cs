using System.Security.Cryptography;

namespace AraWeb.Engine.Registry;

/// <summary>
/// The public half of a signing key, which anybody may have: checks signatures. ECDSA on the curve P-256 over a SHA-256 hash; signatures in DER (RFC 3279),
/// as <c>openssl dgst</c> reads them; the key as SubjectPublicKeyInfo (RFC 5280).
/// </summary>
public sealed class PublicKey : IDisposable
{
    /// <summary>Hexadecimal digits of the hash that make an id: 64 bits, so that two keys of one program never share it by chance.</summary>
    private const int IdDigits = 16;

    private const string PemLabel = "PUBLIC KEY";

    private readonly ECDsa _key;

    /// <summary>Reads a key.</summary>
    /// <param name="encoded">DER of its SubjectPublicKeyInfo.</param>
    /// <exception cref="CryptographicException">No such key, or on another curve.</exception>
    public PublicKey(ReadOnlySpan<byte> encoded)
    {
        _key = ECDsa.Create();
        try
        {
            _key.ImportSubjectPublicKeyInfo(encoded, out var read);
            if (read != encoded.Length || !IsP256(_key))
            {
                throw new CryptographicException("Not a public key on the curve P-256.");
            }
        }
        catch
        {
            _key.Dispose();
            throw;
        }

        Encoded = encoded.ToArray();
        Id = IdOf(encoded);
    }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of <see cref="Encoded"/>.</summary>
    public string Id { get; }

    /// <summary>DER of the SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>A public key as text for other programs, whatever the bytes are.</summary>
    public static string PemOf(ReadOnlySpan<byte> encoded) => PemEncoding.WriteString(PemLabel, encoded);

    /// <summary>The id that a public key has.</summary>
    public static string IdOf(ReadOnlySpan<byte> encoded) => Convert.ToHexStringLower(SHA256.HashData(encoded))[..IdDigits];

    /// <summary>True when the signature is this key's over the hash; false also for bytes that are no signature at all.</summary>
    public bool Verifies(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        try
        {
            return _key.VerifyHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>True for a key on the one curve that is used here.</summary>
    internal static bool IsP256(ECDsa key) =>
        key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
}
