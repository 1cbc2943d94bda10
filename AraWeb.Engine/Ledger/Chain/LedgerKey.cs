namespace AraWeb.Engine.Ledger.Chain;

/// <summary>A public key that the ledger is or was signed with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Record">The record that brought it into use.</param>
/// <param name="Reason">Why it came into use.</param>
/// <param name="PublicKey">DER of its SubjectPublicKeyInfo.</param>
public sealed record LedgerKey(string Id, long Record, KeyReason Reason, ReadOnlyMemory<byte> PublicKey);
