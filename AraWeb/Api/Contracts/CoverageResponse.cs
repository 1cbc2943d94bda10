namespace AraWeb.Api.Contracts;

/// <summary>How often outcomes fell into the bands of a symbol's frozen forecasts.</summary>
/// <param name="Symbol">Whose prices.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Rows">All bars ahead together (day 0) first, then each.</param>
internal sealed record CoverageResponse(string Symbol, string Timeframe, IReadOnlyList<CoverageRowContract> Rows);
