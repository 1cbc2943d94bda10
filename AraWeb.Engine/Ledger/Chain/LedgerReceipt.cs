namespace AraWeb.Engine.Ledger.Chain;

/// <summary>An entry with all that is needed to check it without the ledger.</summary>
/// <param name="Number">Number of the entry.</param>
/// <param name="Entry">The forecast and what came of it.</param>
/// <param name="Record">The record that seals it; null for an entry from before the chain.</param>
/// <param name="Resolutions">The records that seal its outcomes, oldest first.</param>
/// <param name="Keys">The public keys that signed these records and the head.</param>
/// <param name="Head">The newest record of the ledger; null while it has no chain.</param>
public sealed record LedgerReceipt(
    long Number,
    ForecastEntry Entry,
    LedgerRecord? Record,
    IReadOnlyList<LedgerRecord> Resolutions,
    IReadOnlyList<LedgerKey> Keys,
    LedgerHead? Head);
