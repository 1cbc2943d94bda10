namespace AraWeb.Engine.Ledger.Chain;

/// <summary>Something in the ledger that no record seals.</summary>
/// <param name="Subject">The entry.</param>
/// <param name="Bars">Bars ahead of the outcome; null for the entry itself.</param>
public sealed record UnsealedItem(LedgerSubject Subject, long? Bars);
