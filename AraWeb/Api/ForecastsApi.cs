using System.ComponentModel;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Providers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AraWeb.Api;

/// <summary>The ledger: forecasts as they were frozen, and how they did.</summary>
internal static class ForecastsApi
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 500;

    /// <summary>Maps the routes.</summary>
    public static void MapForecasts(this RouteGroupBuilder api)
    {
        var forecasts = api.MapGroup("/forecasts/{symbol}").WithTags("Forecasts");
        ApiOperation.Describe(
            forecasts.MapGet("/", ListAsync), "listForecasts", "Lists a symbol's frozen forecasts, newest first, with what came of them.",
            "The forecasts; an empty list when none was frozen.", 400, 404, 503);
        ApiOperation.Describe(
            forecasts.MapGet("/coverage", CoverageAsync), "readCoverage", "Tells how often outcomes fell into the bands of a symbol's frozen forecasts.",
            "The coverage so far.", 400, 404, 503);
    }

    private static async Task<Ok<ForecastList>> ListAsync(
        [Description("The symbol, for example AAPL.")] string symbol,
        IBarStore bars,
        ILedgerStore ledger,
        [Description("The span of a bar; 1d when left out.")] string? timeframe,
        [Description("At most so many, 1 to 500; 20 when left out.")] int? limit,
        CancellationToken cancellationToken)
    {
        var most = limit ?? DefaultLimit;
        if (most is < 1 or > MaxLimit)
        {
            throw new InputException("limit", limit, $"Ask for 1 to {MaxLimit}.");
        }

        var span = Timeframes.Parse(timeframe ?? Timeframe.OneDay.Code());
        var instrument = await bars.FindAsync(BarsApi.ParseSymbol(symbol), cancellationToken);
        var entries = await ledger.RecentAsync(instrument.Symbol, span, most, cancellationToken);
        return TypedResults.Ok(new ForecastList(instrument.Symbol.Text, span.Code(), [.. entries.Select(FrozenForecastContract.From)]));
    }

    private static async Task<Ok<CoverageResponse>> CoverageAsync(
        [Description("The symbol, for example AAPL.")] string symbol,
        IBarStore bars,
        ILedgerStore ledger,
        [Description("The span of a bar; 1d when left out.")] string? timeframe,
        CancellationToken cancellationToken)
    {
        var span = Timeframes.Parse(timeframe ?? Timeframe.OneDay.Code());
        var instrument = await bars.FindAsync(BarsApi.ParseSymbol(symbol), cancellationToken);
        var rows = await ledger.CoverageAsync(instrument.Symbol, span, cancellationToken);
        return TypedResults.Ok(new CoverageResponse(instrument.Symbol.Text, span.Code(), [.. rows.Select(CoverageRowContract.From)]));
    }
}
