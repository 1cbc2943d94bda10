namespace AraWeb.Api.Contracts;

/// <summary>Forecasts of a symbol as they were frozen.</summary>
/// <param name="Symbol">Whose prices.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Items">The newest first.</param>
internal sealed record ForecastList(string Symbol, string Timeframe, IReadOnlyList<FrozenForecastContract> Items);
