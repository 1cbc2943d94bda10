using System.ComponentModel;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AraWeb.Api;

/// <summary>The state of a symbol's market.</summary>
internal static class RegimeApi
{
    private const string AsOf = "asOf";

    /// <summary>Maps the routes.</summary>
    public static void MapRegime(this RouteGroupBuilder api)
    {
        var detect = api.MapGet("/regime/{symbol}", DetectAsync).WithTags("Forecasts");
        ApiOperation.Describe(
            detect, "detectRegime", "Tells the state of a symbol's market: bull, bear, sideways or high volatility.",
            "The state, how probable each is, and what follows.", 400, 404, 422, 503);
    }

    private static async Task<Ok<RegimeResponse>> DetectAsync(
        [Description("The symbol, for example AAPL.")] string symbol,
        RegimeService regimes,
        TimeProvider time,
        [Description("The span of a bar; 1d when left out.")] string? timeframe,
        [Description("As it would have been said at the end of this date, or at this ISO time; now when left out.")] string? asOf,
        CancellationToken cancellationToken)
    {
        var request = new RegimeRequest(
            BarsApi.ParseSymbol(symbol), Timeframes.Parse(timeframe ?? Timeframe.OneDay.Code()), TimeText.AsOf(AsOf, asOf, time.GetUtcNow()));
        return TypedResults.Ok(RegimeResponse.From(await regimes.DetectAsync(request, cancellationToken)));
    }
}
