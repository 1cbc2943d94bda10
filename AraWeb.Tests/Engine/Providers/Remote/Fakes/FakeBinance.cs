using System.Text.Json;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>Binance spot and its funding rates: two traded pairs and one that is halted.</summary>
internal sealed class FakeBinance(TimeProvider time) : FakeService(time)
{
    private const string Pairs =
        """
        {"timezone":"UTC","serverTime":1565246363776,"rateLimits":[],"exchangeFilters":[],"symbols":[
        {"symbol":"ETHBTC","status":"TRADING","baseAsset":"ETH","baseAssetPrecision":8,"quoteAsset":"BTC","isSpotTradingAllowed":true},
        {"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","baseAssetPrecision":8,"quoteAsset":"USDT","isSpotTradingAllowed":true},
        {"symbol":"LUNAUSDT","status":"BREAK","baseAsset":"LUNA","baseAssetPrecision":8,"quoteAsset":"USDT","isSpotTradingAllowed":false}]}
        """;

    protected override FakeAnswer Respond(FakeRequest request) => request.Path switch
    {
        "/api/v3/exchangeInfo" => FakeAnswer.Ok(Pairs),
        _ when request["symbol"] is not ("ETHBTC" or "BTCUSDT") => new FakeAnswer(400, """{"code":-1121,"msg":"Invalid symbol."}"""),
        "/api/v3/klines" => Bars(request),
        "/api/v3/ticker/24hr" => FakeAnswer.Ok(
            $$"""{"symbol":"{{request["symbol"]}}","lastPrice":"{{FakePrices.At(Now)}}","closeTime":{{Now.ToUnixTimeMilliseconds()}},"count":7}"""),
        "/fapi/v1/fundingRate" => FakeAnswer.Ok(
            $$"""
            [{"symbol":"{{request["symbol"]}}","fundingRate":"-0.03750000","fundingTime":1570608000000,"markPrice":"34287.54619963"},
            {"symbol":"{{request["symbol"]}}","fundingRate":"0.00010000","fundingTime":1570636800000,"markPrice":"34287.54619963"}]
            """),
        _ => new FakeAnswer(404, "<html>"),
    };

    private FakeAnswer Bars(FakeRequest request)
    {
        var length = Timeframes.Parse(request["interval"]).Length();
        var rows = Starts(DateTimeOffset.FromUnixTimeMilliseconds(request.Long("startTime", 0)), Now, length)
            .Take((int)request.Long("limit", 500))
            .Select(start =>
            {
                var (open, high, low, close, volume) = FakePrices.Bar(start, length);
                var end = (start + length).ToUnixTimeMilliseconds() - 1;
                return new object[]
                {
                    start.ToUnixTimeMilliseconds(), $"{open}", $"{high}", $"{low}", $"{close}", $"{volume}", end, "2434.19", 308, "1756.8", "28.4", "0",
                };
            });
        return FakeAnswer.Ok(JsonSerializer.Serialize(rows)) with { Headers = [("X-MBX-USED-WEIGHT-1M", "2")] };
    }
}
