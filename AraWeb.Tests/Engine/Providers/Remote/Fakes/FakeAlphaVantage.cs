using System.Globalization;
using System.Text.Json;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>Alpha Vantage with a share, a currency pair and a coin. Answers like the service itself, its refusals included.</summary>
internal sealed class FakeAlphaVantage(TimeProvider time) : FakeService(time)
{
    public const string Key = "AV-SECRET-KEY-71";

    public static FakeAnswer DayIsUsedUp { get; } = FakeAnswer.Ok(
        $$"""{"Information":"We have detected your API key as {{Key}} and our standard API rate limit is 25 requests per day. Please subscribe."}""");

    public static FakeAnswer TooFast { get; } = FakeAnswer.Ok(
        $$"""{"Note":"Thank you for using Alpha Vantage! {{Key}}: please consider spreading out your requests to 1 request per second."}""");

    protected override FakeAnswer Respond(FakeRequest request)
    {
        if (request["apikey"] != Key)
        {
            return FakeAnswer.Ok("""{"Error Message":"the parameter apikey is invalid or missing."}""");
        }

        return (request["function"], request["symbol"] + request["from_symbol"] + request["from_currency"]) switch
        {
            ("TIME_SERIES_DAILY", "IBM") => Series("Time Series (Daily)", AssetClass.Stock, 100, new() { ["2. Symbol"] = "IBM" }),
            ("FX_DAILY", "EUR") => Series("Time Series FX (Daily)", AssetClass.Forex, 100, new() { ["2. From Symbol"] = "EUR", ["3. To Symbol"] = "USD" }),
            ("DIGITAL_CURRENCY_DAILY", "BTC") =>
                Series("Time Series (Digital Currency Daily)", AssetClass.Crypto, 350, new() { ["2. Digital Currency Code"] = "BTC" }),
            ("GLOBAL_QUOTE", "IBM") => FakeAnswer.Ok(
                """{"Global Quote":{"01. symbol":"IBM","02. open":"1","05. price":"133.6200","06. volume":"4","07. latest trading day":"2026-11-19"}}"""),
            ("GLOBAL_QUOTE", _) => FakeAnswer.Ok("""{"Global Quote":{}}"""),
            ("CURRENCY_EXCHANGE_RATE", "EUR" or "BTC") => FakeAnswer.Ok(
                """
                {"Realtime Currency Exchange Rate":{"1. From_Currency Code":"EUR","3. To_Currency Code":"USD","5. Exchange Rate":"1.0912",
                "6. Last Refreshed":"2026-11-20 11:59:01","7. Time Zone":"UTC"}}
                """),
            _ => FakeAnswer.Ok("""{"Error Message":"Invalid API call. Please retry or visit the documentation for the function."}"""),
        };
    }

    private FakeAnswer Series(string name, AssetClass assetClass, int count, Dictionary<string, string> meta)
    {
        var calendar = TradingCalendar.For(assetClass);
        var days = calendar.BarsAfter(Listed, Timeframe.OneDay, 400)
            .Where(day => day <= Now)
            .TakeLast(count)
            .Reverse()
            .ToDictionary(
                day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                day =>
                {
                    var (open, high, low, close, volume) = FakePrices.Bar(day, TimeSpan.FromDays(1));
                    return new Dictionary<string, string>
                    {
                        ["1. open"] = $"{open}", ["2. high"] = $"{high}", ["3. low"] = $"{low}", ["4. close"] = $"{close}", ["5. volume"] = $"{volume}",
                    };
                });
        return FakeAnswer.Ok(JsonSerializer.Serialize(new Dictionary<string, object> { ["Meta Data"] = meta, [name] = days }));
    }
}
