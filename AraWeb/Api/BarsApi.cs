using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AraWeb.Api;

/// <summary>Bars as columns, for charts. Revalidated by an entity tag over the values, so an unchanged series costs a few bytes.</summary>
internal static class BarsApi
{
    private const int DefaultLast = 1000;
    private const int MaxBars = 50_000;

    /// <summary>Maps the routes.</summary>
    public static void MapBars(this RouteGroupBuilder api)
    {
        var read = api.MapGet("/bars/{symbol}", ReadAsync).WithTags("Market data");
        ApiOperation.Describe(read, "readBars", "Reads finished bars of a symbol, oldest first.", "The bars, as columns.", 400, 404, 503);
        read.Produces(StatusCodes.Status304NotModified);
    }

    private static async Task<Results<Ok<BarsResponse>, StatusCodeHttpResult>> ReadAsync(
        [Description("The symbol, for example AAPL.")] string symbol,
        IBarStore bars,
        HttpContext context,
        [Description("The span of a bar; 1d when left out.")] string? timeframe,
        [Description("First bar: a date or an ISO time.")] string? from,
        [Description("Last bar: a date, itself included, or an ISO time.")] string? to,
        [Description("Only the newest so many, 1 to 50000; 1000 when neither this nor from is given.")] int? last,
        CancellationToken cancellationToken)
    {
        if (last is < 1 or > MaxBars)
        {
            throw new InputException("last", last, $"Ask for 1 to {MaxBars} bars.");
        }

        var span = Timeframes.Parse(timeframe ?? Timeframe.OneDay.Code());
        var start = TimeText.Start("from", from);
        var end = TimeText.End("to", to);
        var instrument = await bars.FindAsync(ParseSymbol(symbol), cancellationToken);
        var newest = last ?? (start is null ? DefaultLast : null);
        var series = await bars.ReadAsync(new BarQuery(instrument.Symbol, span) { From = start, Last = end is null ? newest : null }, cancellationToken);
        if (end is { } bound)
        {
            series = StartingBefore(series, bound);
            series = newest is { } most ? series.Last(most) : series;
        }

        if (series.Count > MaxBars)
        {
            throw new InputException("from", from, $"That would be {series.Count} bars; ask for at most {MaxBars} at a time.");
        }

        var tag = new EntityTagHeaderValue($"\"{Hash(instrument, series)}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        if (known.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return TypedResults.Ok(Response(instrument, series));
    }

    /// <summary>A symbol in a path may hold a slash, which the path keeps escaped.</summary>
    internal static Symbol ParseSymbol(string segment) => Symbol.Parse(Uri.UnescapeDataString(segment));

    private static BarSeries StartingBefore(BarSeries series, DateTimeOffset end)
    {
        var index = series.Times.BinarySearch(end.ToUnixTimeMilliseconds());
        return series.Slice(0, index < 0 ? ~index : index);
    }

    private static BarsResponse Response(Instrument instrument, BarSeries series) => new(
        instrument.Symbol.Text,
        series.Timeframe.Code(),
        instrument.IsSimulated,
        instrument.Source,
        series.Count == 0 ? null : TradingCalendar.For(instrument.AssetClass).CloseOfBar(series[series.Count - 1].Time, series.Timeframe),
        series.Times.ToArray(),
        series.Open.ToArray(),
        series.High.ToArray(),
        series.Low.ToArray(),
        series.Close.ToArray(),
        series.Volume.ToArray());

    private static string Hash(Instrument instrument, BarSeries series)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{instrument.Symbol}|{series.Timeframe}|{instrument.Source}|{instrument.IsSimulated}"));
        hash.AppendData(MemoryMarshal.AsBytes(series.Times));
        hash.AppendData(MemoryMarshal.AsBytes(series.Open));
        hash.AppendData(MemoryMarshal.AsBytes(series.High));
        hash.AppendData(MemoryMarshal.AsBytes(series.Low));
        hash.AppendData(MemoryMarshal.AsBytes(series.Close));
        hash.AppendData(MemoryMarshal.AsBytes(series.Volume));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
