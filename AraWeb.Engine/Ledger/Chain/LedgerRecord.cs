namespace AraWeb.Engine.Ledger.Chain;

/// <summary>One record of the chain, with what it seals as the database has it now.</summary>
/// <param name="Number">Its place, 1 the first.</param>
/// <param name="Kind">What it seals.</param>
/// <param name="Form">Number of the form of the sealed bytes.</param>
/// <param name="RecordedAt">When it was written, UTC.</param>
/// <param name="KeyId">Id of the key that signed it.</param>
/// <param name="PreviousHash">Hash of the record before.</param>
/// <param name="Hash">SHA-256 of the sealed bytes.</param>
/// <param name="Signature">ECDSA P-256 over that hash, DER.</param>
/// <param name="Marks">Marks of the parts, see <see cref="SealedForm"/>.</param>
/// <param name="Content">What it seals; null where that is gone or cannot be read.</param>
public sealed record LedgerRecord(
    long Number,
    RecordKind Kind,
    int Form,
    DateTimeOffset RecordedAt,
    string KeyId,
    ReadOnlyMemory<byte> PreviousHash,
    ReadOnlyMemory<byte> Hash,
    ReadOnlyMemory<byte> Signature,
    ReadOnlyMemory<byte> Marks,
    RecordContent? Content)
{
    /// <summary>Where content cannot be read: why.</summary>
    public string? Unreadable { get; init; }

    /// <summary>The entry number that the record points at; null for kinds that point at none.</summary>
    public long? Entry { get; init; }

    /// <summary>The bytes whose hash and signature stand here, made from what the database has now; null where the content is gone.</summary>
    public byte[]? SealedBytes() =>
        Content is null ? null : new SealedForm().Bytes(Content, Number, Kind, RecordedAt, PreviousHash.Span).ToArray();
}
