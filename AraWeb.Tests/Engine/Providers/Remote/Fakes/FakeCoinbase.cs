using System.Globalization;
using System.Text.Json;

namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>Coinbase Exchange with one product online and one not.</summary>
internal sealed class FakeCoinbase(TimeProvider time) : FakeService(time)
{
    private const string Products =
        """
        [{"id":"BTC-USD","base_currency":"BTC","quote_currency":"USD","display_name":"BTC-USD","status":"online","trading_disabled":false},
        {"id":"XYZ-USD","base_currency":"XYZ","quote_currency":"USD","display_name":"XYZ-USD","status":"delisted","trading_disabled":true}]
        """;

    protected override FakeAnswer Respond(FakeRequest request) => request.Path switch
    {
        "/products" => FakeAnswer.Ok(Products),
        "/products/BTC-USD/candles" => Candles(request),
        "/products/BTC-USD/ticker" => FakeAnswer.Ok(
            $$"""{"trade_id":86326522,"price":"{{FakePrices.At(Now)}}","size":"0.00698254","time":"{{Now:yyyy-MM-ddTHH:mm:ss.ffffff}}Z","bid":"1"}"""),
        _ => new FakeAnswer(404, """{"message":"NotFound"}"""),
    };

    private FakeAnswer Candles(FakeRequest request)
    {
        var length = TimeSpan.FromSeconds(request.Long("granularity", 60));
        var from = DateTimeOffset.Parse(request["start"], CultureInfo.InvariantCulture);
        var to = DateTimeOffset.Parse(request["end"], CultureInfo.InvariantCulture);
        if ((to - from) / length > 300)
        {
            return new FakeAnswer(400, """{"message":"granularity too small for the requested time range. Count of aggregations requested exceeds 300"}""");
        }

        var rows = Starts(from, to, length).Reverse().Select(start =>
        {
            var (open, high, low, close, volume) = FakePrices.Bar(start, length);
            return new[] { start.ToUnixTimeSeconds(), low, high, open, close, volume };
        });
        return FakeAnswer.Ok(JsonSerializer.Serialize(rows));
    }
}
