namespace AraWeb.Api.Contracts;

/// <summary>Instruments that match.</summary>
/// <param name="Items">The first of them, by symbol.</param>
/// <param name="Total">How many match.</param>
internal sealed record SymbolList(IReadOnlyList<SymbolContract> Items, int Total);
