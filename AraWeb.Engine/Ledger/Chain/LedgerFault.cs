namespace AraWeb.Engine.Ledger.Chain;

/// <summary>Something wrong with the ledger.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Record">The record at which it shows; null where it is about none.</param>
/// <param name="Subject">The entry; null where it is about none or it cannot be told.</param>
/// <param name="Message">What was found, for people; names the values that changed where that can be told.</param>
public sealed record LedgerFault(FaultKind Kind, long? Record, LedgerSubject? Subject, string Message);
