namespace AraWeb.Engine.Ledger.Chain;

/// <summary>What a sealed thing is about, as the database has it now: texts are not trusted to be what they should be.</summary>
/// <param name="Entry">Number of the entry.</param>
/// <param name="Id">Its id.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Timeframe">Its time frame.</param>
public sealed record LedgerSubject(long Entry, string Id, string Symbol, string Timeframe);
