namespace AraWeb.Engine.Ledger.Chain;

/// <summary>A row of what is sealed: a horizon, or an outcome.</summary>
/// <param name="Subject">The entry that it belongs to.</param>
/// <param name="Bars">Bars ahead.</param>
/// <param name="Values">[columns] its values.</param>
public sealed record ContentRow(LedgerSubject Subject, long Bars, ContentValue[] Values);
