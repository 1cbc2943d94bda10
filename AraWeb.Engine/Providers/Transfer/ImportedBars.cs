namespace AraWeb.Engine.Providers.Transfer;

/// <summary>What an import did for one symbol and time frame. Plain values only, so that it goes out as JSON as it is.</summary>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Timeframe">Code of the time frame.</param>
/// <param name="Read">Bars that the file holds after validation.</param>
/// <param name="Written">Bars that were new or revised in the store; 0 when the file had been imported before.</param>
/// <param name="Dropped">Rows of the file that were left out.</param>
/// <param name="Repaired">Defects that were put right.</param>
/// <param name="Suspicious">Things to look at.</param>
/// <param name="Error">Why nothing was imported, with what to do; null when all went well.</param>
public sealed record ImportedBars(string Symbol, string Timeframe, int Read, int Written, int Dropped, int Repaired, int Suspicious, string? Error);
