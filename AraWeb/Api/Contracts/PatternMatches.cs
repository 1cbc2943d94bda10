namespace AraWeb.Api.Contracts;

/// <summary>Patterns found in the bars of a symbol.</summary>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Simulated">True for invented prices.</param>
/// <param name="Source">The provider the bars come from.</param>
/// <param name="AsOf">Close of the newest bar, UTC; null when there is none.</param>
/// <param name="Bars">Bars that were looked at.</param>
/// <param name="Items">What was found, the last confirmed first.</param>
internal sealed record PatternMatches(
    string Symbol, string Timeframe, bool Simulated, string Source, DateTimeOffset? AsOf, int Bars, IReadOnlyList<PatternMatchContract> Items);
