namespace AraWeb.Api.Contracts;

/// <summary>The catalogue of patterns.</summary>
/// <param name="Items">By kind and id.</param>
/// <param name="Total">How many there are.</param>
internal sealed record PatternList(IReadOnlyList<PatternContract> Items, int Total);
