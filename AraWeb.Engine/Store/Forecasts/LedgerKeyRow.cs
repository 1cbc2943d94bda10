using AraWeb.Engine.Ledger.Chain;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>A row of <c>ledger_keys</c>: the public half of a signing key, written once, never changed.</summary>
internal sealed class LedgerKeyRow
{
    public required string Id { get; init; }

    /// <summary><see cref="LedgerRecordRow.Number"/> of the record that brought it into use.</summary>
    public required long RecordNumber { get; init; }

    public required KeyReason Reason { get; init; }

    /// <summary>DER of its SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }
}
