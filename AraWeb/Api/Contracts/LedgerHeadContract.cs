using AraWeb.Engine.Ledger.Chain;

namespace AraWeb.Api.Contracts;

/// <summary>The newest record of the ledger's chain, signed. Noted outside, it proves later that nothing up to it was changed.</summary>
/// <param name="Record">Number of the newest record.</param>
/// <param name="Hash">Its SHA-256, lower-case hexadecimal.</param>
/// <param name="SignedAt">When the head was signed, UTC.</param>
/// <param name="KeyId">The key that signed.</param>
/// <param name="Bytes">The bytes that were signed, base64.</param>
/// <param name="Signature">ECDSA with SHA-256 over these bytes, DER, base64.</param>
internal sealed record LedgerHeadContract(long Record, string Hash, DateTimeOffset SignedAt, string KeyId, byte[] Bytes, byte[] Signature)
{
    /// <summary>The contract of a head.</summary>
    public static LedgerHeadContract From(LedgerHead head) => new(
        head.Number,
        Convert.ToHexStringLower(head.Hash.Span),
        head.SignedAt,
        head.KeyId,
        LedgerHead.BytesOf(head.Number, head.Hash.Span, head.SignedAt),
        head.Signature.ToArray());
}
