using System.Text.Json;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Remote;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Remote;

/// <summary>Answers in the shapes of the exchanges' documentation; the figures of the bars are typed in by hand.</summary>
public sealed class ExchangeProviderTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 17, 0, 0, 0, TimeSpan.Zero);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task Binance_Klines_AreReadByTheirPlaces()
    {
        var service = new FakeBinance(_time);
        using var provider = FakeClients.Binance(service, _time);
        await provider.ListAsync(CancellationToken.None);
        var start = Day.ToUnixTimeMilliseconds();
        service.Faults.Enqueue(FakeAnswer.Ok(
            $"""[[{start},"0.0163479","0.8","0.015758","0.015771","148976.1",{start + 86399999},"2434.19",308,"1756.87","28.46","17928899.6"]]"""));

        var bars = await ReadAsync(provider, "BTCUSDT", Timeframe.OneDay);

        Assert.Equal(1, bars.Count);
        Assert.Equal((Day, 0.0163479, 0.015758, 0.015771, 148976.1), (bars[0].Time, bars[0].Open, bars[0].Low, bars[0].Close, bars[0].Volume));
    }

    [Fact]
    public async Task Binance_LongHistory_IsReadPageByPage()
    {
        var service = new FakeBinance(_time);
        using var provider = FakeClients.Binance(service, _time);

        var bars = await ReadAsync(provider, "BTC-USDT", Timeframe.FiveMinutes);

        var expected = (_time.GetUtcNow() - service.Listed) / TimeSpan.FromMinutes(5);
        Assert.Equal(expected, bars.Count + 0.0, 1.0);
        Assert.Equal(Math.Ceiling(expected / 1000), service.Requests.Count(request => request.Path == "/api/v3/klines"));
        Assert.Equal("BTCUSDT", bars.Symbol.Text);
    }

    [Fact]
    public async Task Binance_PairsThatAreHalted_AreLeftOut()
    {
        using var provider = FakeClients.Binance(new FakeBinance(_time), _time);

        var listed = await provider.ListAsync(CancellationToken.None);

        Assert.Equal(["BTCUSDT", "ETHBTC"], listed.Select(instrument => instrument.Symbol.Text));
        Assert.Equal(("Bitcoin in USDT", "USDT"), (listed[0].Name, listed[0].Currency));
    }

    [Fact]
    public async Task Binance_Funding_IsOldestFirst()
    {
        using var provider = FakeClients.Binance(new FakeBinance(_time), _time);

        var rates = await provider.FundingAsync(Symbol.Parse("BTCUSDT"), DateTimeOffset.UnixEpoch, CancellationToken.None);

        Assert.Equal([-0.0375, 0.0001], rates.Select(rate => rate.Rate));
        Assert.Equal(new DateTimeOffset(2019, 10, 9, 8, 0, 0, TimeSpan.Zero), rates[0].Time);
    }

    [Fact]
    public async Task Binance_Banned_IsLeftAlone()
    {
        var service = new FakeBinance(_time);
        using var provider = FakeClients.Binance(service, _time);
        service.Faults.Enqueue(new FakeAnswer(418, """{"code":-1003,"msg":"Way too many requests; IP banned."}""") { Headers = [("Retry-After", "900")] });

        var error = await Assert.ThrowsAsync<RateLimitedException>(() => ReadAsync(provider, "BTCUSDT", Timeframe.OneDay));

        Assert.Equal(_time.GetUtcNow().AddSeconds(900), error.RetryAt);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Coinbase_Candles_AreLowHighOpenCloseNewestFirst()
    {
        var service = new FakeCoinbase(_time);
        using var provider = FakeClients.Coinbase(service, _time);
        await provider.ListAsync(CancellationToken.None);
        var (first, second) = (Day.ToUnixTimeSeconds(), Day.AddDays(1).ToUnixTimeSeconds());
        service.Faults.Enqueue(FakeAnswer.Ok($"[[{second},0.33,4.2,0.35,4.1,12.5],[{first},0.32,0.42,0.36,0.41,12.3]]"));

        var bars = await ReadAsync(provider, "BTC-USD", Timeframe.OneDay, last: 5);

        Assert.Equal(new Bar(Day, 0.36, 0.42, 0.32, 0.41, 12.3), bars[0]);
        Assert.Equal(Day.AddDays(1), bars[1].Time);
    }

    [Fact]
    public async Task Coinbase_LongHistory_AsksForAtMost300()
    {
        var service = new FakeCoinbase(_time);
        using var provider = FakeClients.Coinbase(service, _time);

        var bars = await ReadAsync(provider, "BTCUSD", Timeframe.OneHour);

        Assert.Equal((_time.GetUtcNow() - service.Listed) / TimeSpan.FromHours(1), bars.Count + 0.0, 1.0);
    }

    [Fact]
    public async Task Kraken_NewestEntry_IsNeverTaken()
    {
        var service = new FakeKraken(_time);
        using var provider = FakeClients.Kraken(service, _time);
        await provider.ListAsync(CancellationToken.None);
        var (first, second) = (Day.ToUnixTimeSeconds(), Day.AddDays(1).ToUnixTimeSeconds());
        var rows = $"""[{first},"30306.1","30306.2","30305.7","30305.9","30306.0","3.39243896",23],[{second},"1","1","1","1","1","1",1]""";
        service.Faults.Enqueue(FakeAnswer.Ok($$$"""{"error":[],"result":{"XXBTZUSD":[{{{rows}}}],"last":1688671200} }"""));

        // Both days are over by the clock here, which may go wrong: the service says that its last entry still runs.
        var bars = await ReadAsync(provider, "XBT/USD", Timeframe.OneDay);

        Assert.Equal([new Bar(Day, 30306.1, 30306.2, 30305.7, 30305.9, 3.39243896)], Enumerable.Range(0, bars.Count).Select(i => bars[i]));
    }

    [Theory]
    [InlineData("EAPI:Rate limit exceeded", typeof(RateLimitedException))]
    [InlineData("EGeneral:Too many requests", typeof(RateLimitedException))]
    [InlineData("EService:Unavailable", typeof(ProviderUnavailableException))]
    [InlineData("EQuery:Unknown asset pair", typeof(UnknownSymbolException))]
    [InlineData("EGeneral:Invalid arguments", typeof(BadAnswerException))]
    public async Task Kraken_ErrorWithGoodStatus_IsTyped(string error, Type expected)
    {
        var service = new FakeKraken(_time);
        using var provider = FakeClients.Kraken(service, _time);
        await provider.ListAsync(CancellationToken.None);
        for (var i = 0; i < 3; i++)
        {
            service.Faults.Enqueue(FakeAnswer.Ok($$"""{"error":["{{error}}"]}"""));
        }

        Assert.Equal(expected, (await Assert.ThrowsAnyAsync<DataProviderException>(() => ReadAsync(provider, "BTCUSD", Timeframe.OneDay))).GetType());
    }

    [Fact]
    public async Task Kraken_AnotherPair_IsABadAnswer()
    {
        var service = new FakeKraken(_time);
        using var provider = FakeClients.Kraken(service, _time);
        await provider.ListAsync(CancellationToken.None);
        service.Faults.Enqueue(FakeAnswer.Ok("""{"error":[],"result":{"XDGUSD":[[1,"1","1","1","1","1","1",1]],"last":1} }"""));

        var error = await Assert.ThrowsAsync<BadAnswerException>(() => ReadAsync(provider, "BTCUSD", Timeframe.OneDay));

        Assert.Equal("kraken answered for XDGUSD instead of BTCUSD.", error.Message);
    }

    [Fact]
    public async Task LatestAsync_AllExchanges_AgreeOnOnePrice()
    {
        using var binance = FakeClients.Binance(new FakeBinance(_time), _time);
        using var coinbase = FakeClients.Coinbase(new FakeCoinbase(_time), _time);
        using var kraken = FakeClients.Kraken(new FakeKraken(_time), _time);
        var expected = FakePrices.At(_time.GetUtcNow());

        Assert.Equal(expected, (await binance.LatestAsync(Symbol.Parse("BTCUSDT"), CancellationToken.None)).Price);
        Assert.Equal(expected, (await coinbase.LatestAsync(Symbol.Parse("BTCUSD"), CancellationToken.None)).Price);
        var last = await kraken.LatestAsync(Symbol.Parse("BTCUSD"), CancellationToken.None);
        Assert.Equal(new LatestPrice(Symbol.Parse("BTCUSD"), expected, _time.GetUtcNow(), "kraken"), last);
    }

    [Theory]
    [InlineData("""{"symbols":{}}""")]
    [InlineData("""{"symbols":[{"symbol":"BTCUSDT"}]}""")]
    [InlineData("""[]""")]
    [InlineData("null")]
    public async Task ListAsync_AnotherShape_IsABadAnswerThatSaysWhere(string body)
    {
        var service = new FakeBinance(_time);
        using var provider = FakeClients.Binance(service, _time);
        service.Faults.Enqueue(FakeAnswer.Ok(body));

        var error = await Assert.ThrowsAsync<BadAnswerException>(async () => await provider.ListAsync(CancellationToken.None));

        Assert.StartsWith("binance sent an answer of another shape than described: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_ServiceDownLater_ServesTheOlderList()
    {
        var service = new FakeCoinbase(_time);
        using var provider = FakeClients.Coinbase(service, _time);
        await provider.ListAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromHours(7));
        service.Faults.Enqueue(new FakeAnswer(404, "{}"));

        Assert.Single(await provider.ListAsync(CancellationToken.None));
        Assert.Single(await provider.ListAsync(CancellationToken.None));

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task ReadAsync_RowsInDisorder_ComeOutInOrder()
    {
        var service = new FakeBinance(_time);
        using var provider = FakeClients.Binance(service, _time);
        await provider.ListAsync(CancellationToken.None);
        object[] Row(int day, string close) => [Day.AddDays(day).ToUnixTimeMilliseconds(), "10", "12", "9", close, "5", 0, "0", 0, "0", "0", "0"];
        object[][] rows = [Row(0, "10"), Row(-2, "11"), Row(-1, "x"), Row(0, "11.5"), Row(9, "11")];
        service.Faults.Enqueue(FakeAnswer.Ok(JsonSerializer.Serialize(rows)));

        var fetched = await provider.FetchAsync(new BarQuery(Symbol.Parse("BTCUSDT"), Timeframe.OneDay), CancellationToken.None);

        Assert.Equal([(Day.AddDays(-2), 11.0), (Day, 11.5)], [(fetched.Bars[0].Time, fetched.Bars[0].Close), (fetched.Bars[1].Time, fetched.Bars[1].Close)]);
        Assert.Equal(["Duplicate", "Future", "Gap", "Unordered", "UnreadablePrice"], fetched.Defects.Select(defect => $"{defect.Kind}").Distinct().Order());
    }

    private static async Task<BarSeries> ReadAsync(RemoteProvider provider, string symbol, Timeframe timeframe, int? last = null) =>
        await provider.ReadAsync(new BarQuery(Symbol.Parse(symbol), timeframe) { Last = last }, CancellationToken.None);
}
