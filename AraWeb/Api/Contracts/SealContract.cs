using AraWeb.Engine.Ledger.Chain;

namespace AraWeb.Api.Contracts;

/// <summary>A record of the ledger's chain.</summary>
/// <param name="Record">Its number, 1 the first.</param>
/// <param name="Kind">What it seals.</param>
/// <param name="Form">Number of the form of the bytes.</param>
/// <param name="RecordedAt">When it was written, UTC.</param>
/// <param name="PreviousHash">Hash of the record before.</param>
/// <param name="Hash">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="KeyId">The key that signed.</param>
/// <param name="Bytes">The bytes that were hashed and signed, made anew from the ledger, base64; null when what it seals is gone.</param>
/// <param name="Signature">ECDSA with SHA-256 over these bytes, DER, base64.</param>
internal sealed record SealContract(
    long Record,
    RecordKind Kind,
    int Form,
    DateTimeOffset RecordedAt,
    string PreviousHash,
    string Hash,
    string KeyId,
    byte[]? Bytes,
    byte[] Signature)
{
    /// <summary>The contract of a record.</summary>
    public static SealContract From(LedgerRecord record) => new(
        record.Number,
        record.Kind,
        record.Form,
        record.RecordedAt,
        Convert.ToHexStringLower(record.PreviousHash.Span),
        Convert.ToHexStringLower(record.Hash.Span),
        record.KeyId,
        record.SealedBytes(),
        record.Signature.ToArray());
}
