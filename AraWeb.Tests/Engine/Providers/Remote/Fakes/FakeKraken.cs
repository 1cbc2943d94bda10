using System.Text.Json;

namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>Kraken spot with two pairs of coins and one of currencies.</summary>
internal sealed class FakeKraken(TimeProvider time) : FakeService(time)
{
    private const string Pairs =
        """
        {"error":[],"result":{
        "XXBTZUSD":{"altname":"XBTUSD","wsname":"XBT/USD","aclass_base":"currency","base":"XXBT","aclass_quote":"currency","quote":"ZUSD","status":"online"},
        "XDGUSD":{"altname":"XDGUSD","wsname":"XDG/USD","aclass_base":"currency","base":"XXDG","aclass_quote":"currency","quote":"ZUSD","status":"online"},
        "ZEURZUSD":{"altname":"EURUSD","wsname":"EUR/USD","aclass_base":"currency","base":"ZEUR","aclass_quote":"currency","quote":"ZUSD","status":"online"}}}
        """;

    protected override FakeAnswer Respond(FakeRequest request)
    {
        var key = request["pair"] switch
        {
            "XBTUSD" => "XXBTZUSD",
            "XDGUSD" => "XDGUSD",
            _ => null,
        };
        return request.Path switch
        {
            "/0/public/AssetPairs" => FakeAnswer.Ok(Pairs),
            _ when key is null => FakeAnswer.Ok("""{"error":["EQuery:Unknown asset pair"]}"""),
            "/0/public/OHLC" => Bars(request, key),
            "/0/public/Ticker" => FakeAnswer.Ok(
                $$$"""{"error":[],"result":{"{{{key}}}":{"a":["1","1","1.0"],"b":["1","1","1.0"],"c":["{{{FakePrices.At(Now)}}}","0.00067643"]} } }"""),
            _ => FakeAnswer.Ok("""{"error":["EGeneral:Unknown method"]}"""),
        };
    }

    private FakeAnswer Bars(FakeRequest request, string key)
    {
        var length = TimeSpan.FromMinutes(request.Long("interval", 1));
        var rows = Starts(DateTimeOffset.FromUnixTimeSeconds(request.Long("since", 0) + 1), Now, length)
            .TakeLast(720)
            .Select(start =>
            {
                var (open, high, low, close, volume) = FakePrices.Bar(start, length);
                return new object[] { start.ToUnixTimeSeconds(), $"{open}", $"{high}", $"{low}", $"{close}", $"{close}", $"{volume}", 23 };
            })
            .ToList();
        return FakeAnswer.Ok($$$"""{"error":[],"result":{"{{{key}}}":{{{JsonSerializer.Serialize(rows)}}},"last":1688671200}}""");
    }
}
