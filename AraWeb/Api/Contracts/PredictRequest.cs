namespace AraWeb.Api.Contracts;

/// <summary>What to forecast.</summary>
/// <param name="Symbol">Whose prices, for example AAPL.</param>
/// <param name="Days">How many bars ahead, 1 to 30; 5 when left out.</param>
/// <param name="Timeframe">The span of a bar: 1m, 5m, 1h, 4h, 1d or 1w; 1d when left out.</param>
/// <param name="AsOf">Forecast from what was known then: a date (2017-06-30, its end) or an ISO time; now when left out. Such a forecast is not frozen.</param>
internal sealed record PredictRequest(string? Symbol, int? Days, string? Timeframe, string? AsOf);
