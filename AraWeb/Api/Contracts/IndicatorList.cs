namespace AraWeb.Api.Contracts;

/// <summary>The catalogue of indicators.</summary>
/// <param name="Items">By family and id.</param>
/// <param name="Total">How many there are.</param>
internal sealed record IndicatorList(IReadOnlyList<IndicatorContract> Items, int Total);
