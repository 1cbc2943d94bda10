using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Remote;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Remote;

/// <summary>The services that want a key, and that the key goes nowhere else.</summary>
public sealed class KeyedProviderTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task AlphaVantage_DayIsUsedUp_RestsUntilTomorrowWithoutShowingTheKey()
    {
        var service = new FakeAlphaVantage(_time);
        using var provider = FakeClients.AlphaVantage(service, _time);
        service.Faults.Enqueue(FakeAlphaVantage.DayIsUsedUp);

        var error = await Assert.ThrowsAsync<RateLimitedException>(() => ReadAsync(provider, "IBM"));

        Assert.Equal(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), error.RetryAt);
        Assert.DoesNotContain(FakeAlphaVantage.Key, $"{error} {error.Advice} {provider.Health}", StringComparison.Ordinal);
        await Assert.ThrowsAsync<RateLimitedException>(() => ReadAsync(provider, "IBM"));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task AlphaVantage_TooFast_IsAskedAgain()
    {
        var service = new FakeAlphaVantage(_time);
        using var provider = FakeClients.AlphaVantage(service, _time);
        service.Faults.Enqueue(FakeAlphaVantage.TooFast);

        var bars = await ReadAsync(provider, "IBM");

        Assert.True(bars.Count > 20);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task AlphaVantage_WrongKey_SaysWhichSetting()
    {
        using var provider = FakeClients.AlphaVantage(new FakeAlphaVantage(_time), _time, key: "wrong-key-5");

        var error = await Assert.ThrowsAsync<ProviderKeyException>(() => ReadAsync(provider, "IBM"));

        Assert.Equal("Providers:AlphaVantage:Key", error.Setting);
        Assert.DoesNotContain("wrong-key-5", $"{error} {provider.Health}", StringComparison.Ordinal);
        Assert.Equal(ProviderState.KeyProblem, provider.Health.State);
    }

    [Fact]
    public async Task AlphaVantage_DayOfAPairThatRuns_IsLeftOut()
    {
        var service = new FakeAlphaVantage(_time);
        using var provider = FakeClients.AlphaVantage(service, _time);
        service.Faults.Enqueue(FakeAnswer.Ok(
            """
            {"Meta Data":{"1. Information":"Forex Daily Prices (open, high, low, close)","2. From Symbol":"EUR","3. To Symbol":"USD"},
            "Time Series FX (Daily)":{
            "2026-11-20":{"1. open":"1.1","2. high":"1.3","3. low":"1.0","4. close":"1.2"},
            "2026-11-19":{"1. open":"1.08","2. high":"1.09","3. low":"1.07","4. close":"1.085"},
            "2026-11-15":{"1. open":"1.08","2. high":"1.09","3. low":"1.07","4. close":"1.085"}}}
            """));

        var bars = await ReadAsync(provider, "EUR/USD");

        // Friday runs; Sunday's two hours are no session.
        Assert.Equal(new Bar(new DateTimeOffset(2026, 11, 19, 0, 0, 0, TimeSpan.Zero), 1.08, 1.09, 1.07, 1.085, 0), Assert.Single(Bars(bars)));
    }

    [Fact]
    public async Task AlphaVantage_Latest_ShareAndPair()
    {
        using var provider = FakeClients.AlphaVantage(new FakeAlphaVantage(_time), _time);

        var share = await provider.LatestAsync(Symbol.Parse("IBM"), CancellationToken.None);
        var pair = await provider.LatestAsync(Symbol.Parse("EURUSD"), CancellationToken.None);

        Assert.Equal((133.62, new DateTimeOffset(2026, 11, 19, 21, 0, 0, TimeSpan.Zero)), (share.Price, share.Time));
        Assert.Equal((1.0912, new DateTimeOffset(2026, 11, 20, 11, 59, 1, TimeSpan.Zero)), (pair.Price, pair.Time));
        await Assert.ThrowsAsync<UnknownSymbolException>(async () => await provider.LatestAsync(Symbol.Parse("NOSUCH"), CancellationToken.None));
    }

    [Fact]
    public async Task Polygon_NextPages_AreFollowedAtTheSameService()
    {
        var service = new FakePolygon(_time);
        using var provider = FakeClients.Polygon(service, _time);

        var bars = await provider.ReadAsync(new BarQuery(Symbol.Parse("BTC-USD"), Timeframe.FiveMinutes), CancellationToken.None);

        Assert.Equal((_time.GetUtcNow() - service.Listed) / TimeSpan.FromMinutes(5), bars.Count + 0.0, 2.0);
        Assert.True(service.Requests.Count > 10);
        Assert.All(service.Requests, request => Assert.Equal("Bearer " + FakePolygon.Key, request.Headers["Authorization"]));
        Assert.DoesNotContain(service.Requests, request => request.Query.Values.Contains(FakePolygon.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Polygon_DaysOfShares_CarryTheDateInNewYork()
    {
        var service = new FakePolygon(_time);
        using var provider = FakeClients.Polygon(service, _time);
        await provider.FindAsync(Symbol.Parse("AAPL"), CancellationToken.None);
        service.Faults.Enqueue(FakeAnswer.Ok(
            """
            {"ticker":"AAPL","queryCount":1,"resultsCount":1,"adjusted":true,"status":"OK","request_id":"a",
            "results":[{"v":70790813,"vw":131.6292,"o":130.465,"c":130.15,"h":133.41,"l":129.89,"t":1673240400000,"n":645365}]}
            """));

        var bars = await ReadAsync(provider, "AAPL");

        // 1673240400 is 2023-01-09 05:00 UTC, midnight in New York.
        Assert.Equal(
            new Bar(new DateTimeOffset(2023, 1, 9, 0, 0, 0, TimeSpan.Zero), 130.465, 133.41, 129.89, 130.15, 70790813), Assert.Single(Bars(bars)));
    }

    [Fact]
    public async Task Polygon_MinutesOutsideTheSession_AreLeftOut()
    {
        using var provider = FakeClients.Polygon(new FakePolygon(_time), _time);

        var bars = await provider.ReadAsync(new BarQuery(Symbol.Parse("AAPL"), Timeframe.FiveMinutes) { Last = 156 }, CancellationToken.None);

        var calendar = TradingCalendar.For(AssetClass.Stock);
        Assert.Equal(156, bars.Count);
        Assert.All(Bars(bars), bar => Assert.InRange(bar.Time, calendar.OpenOf(Day(bar)), calendar.CloseOf(Day(bar)).AddMinutes(-5)));
    }

    [Theory]
    [InlineData(401, """{"status":"ERROR","request_id":"a","error":"Unknown API Key"}""")]
    [InlineData(403, """{"status":"NOT_AUTHORIZED","request_id":"a","message":"You are not entitled to this data."}""")]
    public async Task Polygon_KeyRefused_SaysWhichSetting(int status, string body)
    {
        var service = new FakePolygon(_time);
        using var provider = FakeClients.Polygon(service, _time);
        service.Faults.Enqueue(new FakeAnswer(status, body));

        var error = await Assert.ThrowsAsync<ProviderKeyException>(() => ReadAsync(provider, "AAPL"));

        Assert.Equal("Providers:Polygon:Key", error.Setting);
        Assert.DoesNotContain(FakePolygon.Key, $"{error} {provider.Health}", StringComparison.Ordinal);
    }

    private static DateOnly Day(Bar bar) => DateOnly.FromDateTime(bar.Time.UtcDateTime);

    private static List<Bar> Bars(BarSeries series) => [.. Enumerable.Range(0, series.Count).Select(i => series[i])];

    private static async Task<BarSeries> ReadAsync(RemoteProvider provider, string symbol) =>
        await provider.ReadAsync(new BarQuery(Symbol.Parse(symbol), Timeframe.OneDay), CancellationToken.None);
}
