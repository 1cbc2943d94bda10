using System.Text.Json;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>Yahoo's chart service with a share, a currency pair and a coin. Can insist on a crumb.</summary>
internal sealed class FakeYahoo(TimeProvider time) : FakeService(time)
{
    public const string Crumb = "Xy.Crumb/1";

    private const string Cookie = "A3=d=AQABBJo; Expires=Wed, 26 Nov 2027 00:00:00 GMT; Domain=.yahoo.com; Path=/; Secure; HttpOnly";

    public bool WantsCrumb { get; set; }

    protected override FakeAnswer Respond(FakeRequest request) => request.Path switch
    {
        "/" => new FakeAnswer(404, "<html>") { Headers = [("Set-Cookie", Cookie)] },
        "/v1/test/getcrumb" => request.Headers.GetValueOrDefault("Cookie") == "A3=d=AQABBJo" ? FakeAnswer.Ok(Crumb) : new FakeAnswer(401, string.Empty),
        _ when WantsCrumb && request["crumb"] != Crumb =>
            new FakeAnswer(401, """{"finance":{"result":null,"error":{"code":"Unauthorized","description":"Invalid Crumb"}}}"""),
        "/v8/finance/chart/AAPL" => Chart(request, AssetClass.Stock, "AAPL", "America/New_York", "USD"),
        "/v8/finance/chart/EURUSD=X" => Chart(request, AssetClass.Forex, "EURUSD=X", "Europe/London", "USD"),
        "/v8/finance/chart/BTC-USD" => Chart(request, AssetClass.Crypto, "BTC-USD", "UTC", "USD"),
        _ => new FakeAnswer(404, """{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found, symbol may be delisted"}}}"""),
    };

    private FakeAnswer Chart(FakeRequest request, AssetClass assetClass, string symbol, string zone, string currency)
    {
        var timeframe = request["interval"] switch
        {
            "1m" => Timeframe.OneMinute,
            "5m" => Timeframe.FiveMinutes,
            "1h" => Timeframe.OneHour,
            _ => Timeframe.OneDay,
        };
        var from = DateTimeOffset.FromUnixTimeSeconds(request.Long("period1", Now.AddDays(-1).ToUnixTimeSeconds()));
        var to = DateTimeOffset.FromUnixTimeSeconds(request.Long("period2", Now.ToUnixTimeSeconds()));
        var rows = Stamps(assetClass, timeframe, zone, from.AddDays(-4)).Where(row => row.Stamp >= from && row.Stamp < to).ToList();
        var bars = rows.Select(row => FakePrices.Bar(row.Stamp, row.End - row.Stamp)).ToList();
        var made = Now;
        var meta = new
        {
            currency, symbol, exchangeName = "NMS", instrumentType = "EQUITY", regularMarketTime = made.ToUnixTimeSeconds(), gmtoffset = 0,
            exchangeTimezoneName = zone, regularMarketPrice = FakePrices.At(made), longName = "Name of " + symbol,
        };
        object indicators = new
        {
            quote = new[]
            {
                new
                {
                    open = bars.Select(bar => bar.Open), high = bars.Select(bar => bar.High), low = bars.Select(bar => bar.Low),
                    close = bars.Select(bar => bar.Close), volume = bars.Select(bar => (long)bar.Volume),
                },
            },
        };
        object result = rows.Count == 0
            ? new { meta, indicators = new { quote = new[] { new { } } } }
            : new { meta, timestamp = rows.Select(row => row.Stamp.ToUnixTimeSeconds()), indicators };
        return FakeAnswer.Ok(JsonSerializer.Serialize(new { chart = new { result = new[] { result }, error = (object?)null } }));
    }

    private static DateTimeOffset OnGrid(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);

    private IEnumerable<(DateTimeOffset Stamp, DateTimeOffset End)> Stamps(AssetClass assetClass, Timeframe timeframe, string zone, DateTimeOffset after)
    {
        var calendar = TradingCalendar.For(assetClass);
        var local = TimeZoneInfo.FindSystemTimeZoneById(zone);
        foreach (var start in calendar.BarsAfter(after > Listed ? OnGrid(after) : Listed, timeframe, timeframe == Timeframe.OneMinute ? 20_000 : 12_000))
        {
            var stamp = start;
            var end = start + timeframe.Length();
            if (timeframe == Timeframe.OneDay)
            {
                // Shares are stamped with their opening, pairs with midnight in London, coins with midnight UTC.
                var day = DateOnly.FromDateTime(start.UtcDateTime);
                var midnight = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), local);
                stamp = assetClass == AssetClass.Stock ? calendar.OpenOf(day) : new DateTimeOffset(midnight, TimeSpan.Zero);
                end = assetClass == AssetClass.Stock ? calendar.CloseOf(day) : stamp.AddDays(1);
            }

            if (stamp > Now)
            {
                yield break;
            }

            yield return (stamp, end);
        }
    }
}
