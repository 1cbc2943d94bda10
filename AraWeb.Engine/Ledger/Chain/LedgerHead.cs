using System.Security.Cryptography;

namespace AraWeb.Engine.Ledger.Chain;

/// <summary>The newest record, signed: what shows that records were cut off the end.</summary>
/// <param name="Number">Number of the newest record.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="SignedAt">When, UTC.</param>
/// <param name="KeyId">The key that signed, and that signs the next record.</param>
/// <param name="Signature">ECDSA P-256 over <see cref="HashOf"/>, DER.</param>
public sealed record LedgerHead(long Number, ReadOnlyMemory<byte> Hash, DateTimeOffset SignedAt, string KeyId, ReadOnlyMemory<byte> Signature)
{
    private const string Name = "ara-ledger-head";

    /// <summary>The bytes that are hashed and signed.</summary>
    public static byte[] BytesOf(long number, ReadOnlySpan<byte> hash, DateTimeOffset signedAt)
    {
        var bytes = new ByteList();
        bytes.AddText(Name);
        bytes.AddCount(SealedForm.Version);
        bytes.AddNumber(number);
        bytes.AddBlob(hash);
        bytes.AddNumber(SealedForm.Steps(signedAt));
        return bytes.Written.ToArray();
    }

    /// <summary>The hash that a head's signature is over.</summary>
    public static byte[] HashOf(long number, ReadOnlySpan<byte> hash, DateTimeOffset signedAt) => SHA256.HashData(BytesOf(number, hash, signedAt));
}
