using System.ComponentModel;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Patterns;
using AraWeb.Engine.Providers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AraWeb.Api;

/// <summary>The catalogue of patterns, and what is found of them in bars.</summary>
internal static class PatternsApi
{
    private const int DefaultLast = 500;
    private const int MaxLast = 5000;

    private static readonly PatternList Catalog = new([.. PatternCatalog.All.Select(PatternContract.From)], PatternCatalog.All.Count);

    /// <summary>Maps the routes.</summary>
    public static void MapPatterns(this RouteGroupBuilder api)
    {
        var list = api.MapGet("/patterns", () => TypedResults.Ok(Catalog)).WithTags("Indicators");
        ApiOperation.Describe(list, "listPatterns", "Lists the candlestick, chart, harmonic and Elliott patterns.", "The catalogue.");
        var found = api.MapGet("/patterns/{symbol}", FindAsync).WithTags("Indicators");
        ApiOperation.Describe(found, "findPatterns", "Finds patterns in the newest bars of a symbol.", "What was found, the newest first.", 400, 404, 503);
    }

    private static async Task<Ok<PatternMatches>> FindAsync(
        [Description("The symbol, for example AAPL.")] string symbol,
        IBarStore bars,
        [Description("The span of a bar; 1d when left out.")] string? timeframe,
        [Description("Look at the newest so many bars, 1 to 5000; 500 when left out.")] int? last,
        [Description("Ids of patterns, separated by commas; all when left out.")] string? patterns,
        CancellationToken cancellationToken)
    {
        var wanted = last ?? DefaultLast;
        if (wanted is < 1 or > MaxLast)
        {
            throw new InputException("last", last, $"Ask for 1 to {MaxLast} bars.");
        }

        var instrument = await bars.FindAsync(BarsApi.ParseSymbol(symbol), cancellationToken);
        var span = Timeframes.Parse(timeframe ?? Timeframe.OneDay.Code());
        var series = await bars.ReadAsync(new BarQuery(instrument.Symbol, span) { Last = wanted }, cancellationToken);
        var matches = patterns is null
            ? PatternScanner.Scan(series)
            : PatternScanner.Scan(series, patterns.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return TypedResults.Ok(new PatternMatches(
            instrument.Symbol.Text,
            series.Timeframe.Code(),
            instrument.IsSimulated,
            instrument.Source,
            series.Count == 0 ? null : TradingCalendar.For(instrument.AssetClass).CloseOfBar(series[series.Count - 1].Time, series.Timeframe),
            series.Count,
            [.. matches.Reverse().Select(match => PatternMatchContract.Of(match, series))]));
    }
}
