using AraWeb.Engine.Ledger.Chain;

namespace AraWeb.Api.Contracts;

/// <summary>A public key that the ledger is or was signed with.</summary>
/// <param name="Id">The first 16 hexadecimal digits of the SHA-256 of the key's SubjectPublicKeyInfo.</param>
/// <param name="Record">The record that brought it into use.</param>
/// <param name="Reason">Why: the first, rotated, or in the place of a lost one.</param>
/// <param name="PublicKey">The key in PEM; ECDSA on the curve P-256.</param>
internal sealed record LedgerKeyContract(string Id, long Record, KeyReason Reason, string PublicKey)
{
    /// <summary>The contract of a key.</summary>
    public static LedgerKeyContract From(LedgerKey key) => new(key.Id, key.Record, key.Reason, Engine.Registry.PublicKey.PemOf(key.PublicKey.Span));
}
