using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Remote;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Remote;

public sealed class YahooProviderTests : IDisposable
{
    // Opening of the sessions of 17, 18 and 19 November 2026 in New York, 14:30 UTC.
    private const long Tuesday = 1794925800;
    private const long Wednesday = Tuesday + 86400;
    private const long Thursday = Wednesday + 86400;

    private readonly ManualTime _time = new();
    private readonly FakeYahoo _service;
    private readonly YahooProvider _provider;

    public YahooProviderTests()
    {
        _service = new FakeYahoo(_time);
        _provider = FakeClients.Yahoo(_service, _time);
    }

    public void Dispose() => _provider.Dispose();

    [Fact]
    public async Task FetchAsync_NullRow_IsNoTradeAndNoDefect()
    {
        await ScriptAsync(Chart("AAPL", "America/New_York", $"[{Tuesday},{Wednesday},{Thursday}]", "[10,null,12]", "[100,null,300]"));

        var fetched = await FetchAsync("AAPL", Timeframe.OneDay);

        Assert.Equal(["2026-11-17 10", "2026-11-19 12"], Closes(fetched.Bars));
        Assert.DoesNotContain(fetched.Defects, defect => defect.Kind.ToString() == "UnreadablePrice");
    }

    [Fact]
    public async Task FetchAsync_RowOfTheRunningSession_IsLeftOut()
    {
        _time.Advance(TimeSpan.FromHours(4));
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        await ScriptAsync(Chart("AAPL", "America/New_York", $"[{Thursday},{now}]", "[10,11]", "[100,200]"));

        var fetched = await FetchAsync("AAPL", Timeframe.OneDay);

        Assert.Equal(["2026-11-19 10"], Closes(fetched.Bars));
    }

    [Fact]
    public async Task FetchAsync_PairBeforeMidnightInLondon_WaitsForItsDayToEnd()
    {
        // Thursday 19 November 22:30 UTC: the session of the calendar has ended at 22:00, Yahoo's day ends at midnight.
        var time = new ManualTime(new DateTimeOffset(2026, 11, 19, 22, 30, 0, TimeSpan.Zero));
        using var provider = FakeClients.Yahoo(new FakeYahoo(time), time);
        var query = new BarQuery(Symbol.Parse("EURUSD=X"), Timeframe.OneDay) { Last = 1 };

        var early = await provider.ReadAsync(query, CancellationToken.None);
        time.Advance(TimeSpan.FromHours(2));
        var late = await provider.ReadAsync(query, CancellationToken.None);

        Assert.Equal((18, 19), (early[0].Time.Day, late[0].Time.Day));
        Assert.Equal("EURUSD", late.Symbol.Text);
    }

    [Fact]
    public async Task FetchAsync_RunningIntradayRow_IsLeftOut()
    {
        _time.Advance(TimeSpan.FromHours(4));
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var open = Thursday + 86400;
        await ScriptAsync(Chart("AAPL", "America/New_York", $"[{open},{open + 3600},{now}]", "[10,11,12]", "[100,200,0]"));

        var fetched = await FetchAsync("AAPL", Timeframe.OneHour);

        Assert.Equal(["2026-11-20 10"], Closes(fetched.Bars));
    }

    [Fact]
    public async Task ReadAsync_CrumbWanted_IsFetchedOnceAndKept()
    {
        _service.WantsCrumb = true;

        await _provider.ReadAsync(new BarQuery(Symbol.Parse("AAPL"), Timeframe.OneDay), CancellationToken.None);
        await _provider.ReadAsync(new BarQuery(Symbol.Parse("AAPL"), Timeframe.OneHour), CancellationToken.None);

        Assert.Equal(1, _service.Requests.Count(request => request.Path == "/v1/test/getcrumb"));
        Assert.Equal(ProviderState.Healthy, _provider.Health.State);
    }

    [Fact]
    public async Task ReadAsync_CrumbRunsOut_IsFetchedAgain()
    {
        _service.WantsCrumb = true;
        await FetchAsync("AAPL", Timeframe.OneDay);
        _service.Faults.Enqueue(new FakeAnswer(401, """{"finance":{"result":null,"error":{"code":"Unauthorized","description":"Invalid Crumb"}}}"""));

        Assert.True((await FetchAsync("AAPL", Timeframe.OneDay)).Bars.Count > 0);

        Assert.Equal(2, _service.Requests.Count(request => request.Path == "/v1/test/getcrumb"));
    }

    [Fact]
    public async Task ReadAsync_TooManyRequests_IsTyped()
    {
        _service.Faults.Enqueue(new FakeAnswer(429, "Too Many Requests\r\n") { Headers = [("Retry-After", "60")] });

        await Assert.ThrowsAsync<RateLimitedException>(() => FetchAsync("AAPL", Timeframe.OneDay));
    }

    [Fact]
    public async Task ReadAsync_AnotherSymbol_IsABadAnswer()
    {
        await ScriptAsync(Chart("MSFT", "America/New_York", $"[{Tuesday}]", "[10]", "[1]"));

        var error = await Assert.ThrowsAsync<BadAnswerException>(() => FetchAsync("AAPL", Timeframe.OneDay));

        Assert.Equal("yahoo answered for MSFT instead of AAPL.", error.Message);
    }

    [Fact]
    public async Task ReadAsync_NothingInTheStretch_IsEmpty()
    {
        await ScriptAsync(
            """{"chart":{"result":[{"meta":{"symbol":"AAPL","currency":"USD"},"indicators":{"quote":[{}],"adjclose":[{}]}}],"error":null}}""");

        Assert.Equal(0, (await FetchAsync("AAPL", Timeframe.OneDay)).Bars.Count);
    }

    [Fact]
    public async Task FindAsync_Pence_AreGbx()
    {
        _service.Faults.Enqueue(FakeAnswer.Ok(
            """{"chart":{"result":[{"meta":{"symbol":"VOD.L","currency":"GBp","longName":"Vodafone Group"},"indicators":{}}],"error":null}}"""));

        var found = await _provider.FindAsync(Symbol.Parse("VOD.L"), CancellationToken.None);

        Assert.Equal(("GBX", "Vodafone Group", AssetClass.Stock), (found.Currency, found.Name, found.AssetClass));
    }

    [Fact]
    public async Task ActionsAsync_DividendsAndSplits_AreDatedInTheExchangesZone()
    {
        await ScriptAsync(
            """
            {"chart":{"result":[{"meta":{"symbol":"AAPL","exchangeTimezoneName":"America/New_York","gmtoffset":-14400},"timestamp":[1],
            "events":{"dividends":{"1596807000":{"amount":0.205,"date":1596807000}},
            "splits":{"1598880600":{"date":1598880600,"numerator":4,"denominator":1,"splitRatio":"4:1"}}},"indicators":{"quote":[{}]}}],"error":null}}
            """);

        var actions = await _provider.ActionsAsync(Symbol.Parse("AAPL"), DateTimeOffset.UnixEpoch, CancellationToken.None);

        Assert.Equal(
            [
                new CorporateAction(Symbol.Parse("AAPL"), new DateOnly(2020, 8, 7), 0.205, 1),
                new CorporateAction(Symbol.Parse("AAPL"), new DateOnly(2020, 8, 31), 0, 4),
            ],
            actions);
    }

    private static IEnumerable<string> Closes(BarSeries bars) => Enumerable.Range(0, bars.Count).Select(i => $"{bars[i].Time:yyyy-MM-dd} {bars[i].Close}");

    private static string Chart(string symbol, string zone, string stamps, string closes, string volumes) =>
        $$"""
        {"chart":{"result":[{"meta":{"currency":"USD","symbol":"{{symbol}}","exchangeTimezoneName":"{{zone}}","gmtoffset":-18000,"regularMarketTime":1},
        "timestamp":{{stamps}},"indicators":{"quote":[{"open":{{closes}},"high":{{closes}},"low":{{closes}},"close":{{closes}},"volume":{{volumes}}}],
        "adjclose":[{"adjclose":{{closes}} }] } }],"error":null} }
        """;

    /// <summary>Lets the provider find the share first, then scripts the answer to the next request.</summary>
    private async Task ScriptAsync(string body)
    {
        await _provider.FindAsync(Symbol.Parse("AAPL"), CancellationToken.None);
        _service.Faults.Enqueue(FakeAnswer.Ok(body));
    }

    private async Task<ProviderBars> FetchAsync(string symbol, Timeframe timeframe) =>
        await _provider.FetchAsync(new BarQuery(Symbol.Parse(symbol), timeframe), CancellationToken.None);
}
