using System.Text.Json;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>Polygon with a share and a coin. Gives small pages so that every answer needs several.</summary>
internal sealed class FakePolygon(TimeProvider time) : FakeService(time)
{
    public const string Key = "PG-SECRET-KEY-93";

    private const int RowsPerPage = 700;

    protected override FakeAnswer Respond(FakeRequest request)
    {
        if (request.Headers.GetValueOrDefault("Authorization") != "Bearer " + Key)
        {
            return new FakeAnswer(401, """{"status":"ERROR","request_id":"a","error":"Unknown API Key"}""");
        }

        // /v2/aggs/ticker/X/range/1/day/FROM/TO and /v3/reference/tickers/X
        var parts = request.Path.Split('/');
        return (parts[2], parts[4]) switch
        {
            ("reference", "AAPL") => FakeAnswer.Ok(
                """{"request_id":"a","results":{"ticker":"AAPL","name":"Apple Inc.","market":"stocks","type":"CS","currency_name":"usd"},"status":"OK"}"""),
            ("reference", "X:BTCUSD") => FakeAnswer.Ok(
                """{"request_id":"a","results":{"ticker":"X:BTCUSD","name":"Bitcoin - United States Dollar","market":"crypto"},"status":"OK"}"""),
            ("aggs", "AAPL") => Bars(request, parts, AssetClass.Stock),
            ("aggs", "X:BTCUSD") => Bars(request, parts, AssetClass.Crypto),
            ("aggs", _) => FakeAnswer.Ok($$"""{"ticker":"{{parts[4]}}","queryCount":0,"resultsCount":0,"adjusted":true,"status":"OK","request_id":"a"}"""),
            _ => new FakeAnswer(404, """{"status":"NOT_FOUND","request_id":"a","message":"Ticker not found."}"""),
        };
    }

    private FakeAnswer Bars(FakeRequest request, string[] parts, AssetClass assetClass)
    {
        var timeframe = (parts[6], parts[7]) switch
        {
            ("1", "minute") => Timeframe.OneMinute,
            ("5", "minute") => Timeframe.FiveMinutes,
            ("1", "hour") => Timeframe.OneHour,
            ("4", "hour") => Timeframe.FourHours,
            _ => Timeframe.OneDay,
        };
        var from = DateTimeOffset.FromUnixTimeMilliseconds(request.Long("cursor", long.Parse(parts[8])));
        var to = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[9]));
        var stamps = Starts(from, to, timeframe.Length()).Select(start => Stamp(start, assetClass, timeframe)).OfType<DateTimeOffset>();
        var page = (request["sort"] == "desc" ? stamps.Reverse() : stamps).Take((int)Math.Min(request.Long("limit", RowsPerPage), RowsPerPage)).ToList();
        var results = page.Select(start =>
        {
            var (open, high, low, close, volume) = FakePrices.Bar(start, timeframe.Length());
            return new { v = volume, vw = close, o = open, c = close, h = high, l = low, t = start.ToUnixTimeMilliseconds(), n = 9 };
        });
        var next = page.Count == RowsPerPage
            ? $"https://elsewhere.example{request.Path}?cursor={(page[^1].ToUnixTimeMilliseconds() / 1000 * 1000) + 1000}"
            : null;
        return FakeAnswer.Ok(JsonSerializer.Serialize(
            new { ticker = parts[4], queryCount = page.Count, resultsCount = page.Count, adjusted = true, results, status = "OK", next_url = next }));
    }

    // Shares: days are stamped with midnight in New York, and minutes before and after the session are there too.
    private static DateTimeOffset? Stamp(DateTimeOffset start, AssetClass assetClass, Timeframe timeframe)
    {
        if (assetClass == AssetClass.Crypto)
        {
            return start;
        }

        var day = DateOnly.FromDateTime(start.UtcDateTime);
        if (!TradingCalendar.For(assetClass).IsSession(day))
        {
            return null;
        }

        var newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        return timeframe == Timeframe.OneDay
            ? new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), newYork), TimeSpan.Zero)
            : start;
    }
}
