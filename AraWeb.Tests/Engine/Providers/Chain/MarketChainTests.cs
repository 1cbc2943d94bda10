using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Chain;
using AraWeb.Engine.Providers.Quality;
using AraWeb.Engine.Providers.Remote.Symbols;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Chain;

public sealed class MarketChainTests : IDisposable
{
    private static readonly Symbol Bitcoin = Symbol.Parse("BTCUSD");
    private static readonly BarQuery Days = new(Bitcoin, Timeframe.OneDay);

    // A rest that is longer than anybody waits for.
    private static readonly FakeAnswer Later = new(429, "{}") { Headers = [("Retry-After", "3600")] };

    private readonly ManualTime _time = new();
    private readonly FakeCoinbase _coinbase;
    private readonly FakeKraken _kraken;
    private readonly FakeYahoo _yahoo;
    private readonly MarketChain _chain;

    public MarketChainTests()
    {
        _coinbase = new FakeCoinbase(_time);
        _kraken = new FakeKraken(_time);
        _yahoo = new FakeYahoo(_time);
        _chain = new MarketChain(
            [FakeClients.Coinbase(_coinbase, _time), FakeClients.Kraken(_kraken, _time), FakeClients.Yahoo(_yahoo, _time)],
            [SymbolBook.Read("BTC-USD"), SymbolBook.Read("AAPL")],
            [Timeframe.OneHour, Timeframe.OneDay],
            _time);
    }

    public void Dispose() => _chain.Dispose();

    [Fact]
    public async Task AnswerAsync_FirstProviderAnswers_AsksNoOther()
    {
        var answer = await _chain.AnswerAsync(Days, CancellationToken.None);

        Assert.Equal(("coinbase", false), (answer.Source.Provider, answer.Source.IsStale));
        Assert.Empty(answer.Source.Fallbacks);
        Assert.Empty(_kraken.Requests);
        Assert.Equal(answer.Source, Assert.Single(_chain.Answers));
    }

    [Fact]
    public async Task AnswerAsync_FirstProviderRests_SaysWhoAnsweredAndWhy()
    {
        _coinbase.Faults.Enqueue(Later);

        var answer = await _chain.AnswerAsync(Days, CancellationToken.None);

        Assert.Equal("kraken", answer.Source.Provider);
        Assert.Equal(["kraken answered in place of coinbase. coinbase answered 'too many requests'."], answer.Source.Fallbacks);
        Assert.Equal([ProviderState.Resting, ProviderState.Healthy, ProviderState.Unused], _chain.Health.Select(health => health.State));
    }

    [Fact]
    public async Task AnswerAsync_RestingProvider_IsAskedLast()
    {
        _coinbase.Faults.Enqueue(Later);
        await _chain.AnswerAsync(Days, CancellationToken.None);
        var asked = _coinbase.Requests.Count;

        var hours = await _chain.AnswerAsync(Days with { Timeframe = Timeframe.OneHour }, CancellationToken.None);

        Assert.Equal("kraken", hours.Source.Provider);
        Assert.Equal(asked, _coinbase.Requests.Count);
    }

    [Fact]
    public async Task AnswerAsync_NobodyAnswers_GivesTheLastGoodBarsAsStale()
    {
        var fresh = await _chain.AnswerAsync(Days, CancellationToken.None);
        var received = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromDays(1));
        BreakAll();

        var stale = await _chain.AnswerAsync(Days, CancellationToken.None);

        Assert.Equal((true, "coinbase", received), (stale.Source.IsStale, stale.Source.Provider, stale.Source.ReceivedAt));
        Assert.Equal(fresh.Bars.Times.ToArray(), stale.Bars.Times.ToArray());
        Assert.StartsWith(
            "No provider answers; these are the bars that coinbase gave at 2026-11-20 12:00 UTC.",
            Assert.Single(stale.Source.Fallbacks),
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<RateLimitedException>(async () => await _chain.ReadAsync(Days, CancellationToken.None));
    }

    [Fact]
    public async Task ReadAsync_NobodyEverAnswered_ThrowsAndDoesNotAskAgainAtOnce()
    {
        BreakAll();

        await Assert.ThrowsAsync<RateLimitedException>(async () => await _chain.AnswerAsync(Days, CancellationToken.None));
        var asked = _coinbase.Requests.Count + _kraken.Requests.Count + _yahoo.Requests.Count;
        await Assert.ThrowsAsync<RateLimitedException>(async () => await _chain.ReadAsync(Days, CancellationToken.None));

        Assert.Equal(asked, _coinbase.Requests.Count + _kraken.Requests.Count + _yahoo.Requests.Count);
    }

    [Fact]
    public async Task ReadAsync_BeforeTheNextBarCloses_AsksNothing()
    {
        await _chain.ReadAsync(Days, CancellationToken.None);
        var asked = _coinbase.Requests.Count;

        _time.Advance(TimeSpan.FromHours(11));
        await _chain.ReadAsync(Days with { From = _time.GetUtcNow().AddDays(-3) }, CancellationToken.None);
        Assert.Equal(asked, _coinbase.Requests.Count);

        _time.Advance(TimeSpan.FromHours(1.1));
        var bars = await _chain.ReadAsync(Days, CancellationToken.None);
        Assert.True(_coinbase.Requests.Count > asked);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), bars[^1].Time);
    }

    [Fact]
    public async Task AnswerAsync_FirstProviderIsBehind_TakesTheNewerBars()
    {
        // Coinbase answers and has nothing newer than two weeks.
        await _chain.ListAsync(CancellationToken.None);
        var old = _time.GetUtcNow().AddDays(-14).ToUnixTimeSeconds() / 86400 * 86400;
        _coinbase.Faults.Enqueue(FakeAnswer.Ok("""[{"id":"BTC-USD","base_currency":"BTC","quote_currency":"USD","status":"online"}]"""));
        _coinbase.Faults.Enqueue(FakeAnswer.Ok($"[[{old},9,12,10,11,5]]"));
        _coinbase.Faults.Enqueue(FakeAnswer.Ok("[]"));

        var answer = await _chain.AnswerAsync(Days, CancellationToken.None);

        Assert.Equal("kraken", answer.Source.Provider);
        Assert.Equal([new PassedOver("coinbase", "coinbase lacks the newest bars.")], answer.Source.PassedOver);
    }

    [Fact]
    public async Task FindAsync_OtherSpelling_IsTheSameInstrument()
    {
        foreach (var text in new[] { "BTCUSD", "BTC-USD", "XBT/USD" })
        {
            Assert.Equal(Bitcoin, (await _chain.FindAsync(Symbol.Parse(text), CancellationToken.None)).Symbol);
        }

        Assert.Empty(_coinbase.Requests);
        await Assert.ThrowsAsync<UnknownSymbolException>(async () => await _chain.FindAsync(Symbol.Parse("BTCUSD@BITSTAMP"), CancellationToken.None));
    }

    [Fact]
    public async Task LatestAsync_FirstProviderFails_TheNextAnswers()
    {
        _coinbase.Faults.Enqueue(Later);

        var latest = await _chain.LatestAsync(Bitcoin, CancellationToken.None);

        Assert.Equal(("kraken", FakePrices.At(_time.GetUtcNow())), (latest.Provider, latest.Price));
    }

    [Fact]
    public async Task CompareAsync_OneProviderIsWrong_MedianHoldsAndDisagreementIsKept()
    {
        // Yahoo's newest close of three providers is a tenth too high.
        var checkedBars = await CompareWithWrongYahooAsync();

        var kraken = FakePrices.Bar(checkedBars.Bars[^1].Time, TimeSpan.FromDays(1)).Close;
        Assert.Equal(["coinbase", "kraken", "yahoo"], checkedBars.Providers);
        Assert.Equal(3, checkedBars.Sources[^1]);
        Assert.Equal(kraken, checkedBars.Bars[^1].Close);
        Assert.Equal(0.1, checkedBars.Disagreement[^1], 1e-3);
        Assert.Equal(0, checkedBars.Disagreement[^2], 1e-12);
        var agreement = Assert.Single(checkedBars.Quality.Parts, part => part.Aspect == QualityAspect.Agreement);
        Assert.Equal("1 bars on which providers differ by more than 0.5 %.", agreement.Words);
        Assert.InRange(checkedBars.Quality.Bars[^1], 0.04, 0.06);
    }

    [Fact]
    public async Task CompareAsync_OneProviderFails_IsNamed()
    {
        _kraken.Faults.Enqueue(Later);

        var compared = await _chain.CompareAsync(Days, CancellationToken.None);

        Assert.Equal(["coinbase", "yahoo"], compared.Providers);
        Assert.Equal("kraken", Assert.Single(compared.PassedOver).Provider);
    }

    [Fact]
    public async Task ListAsync_NoProviderForAnInstrument_LeavesItOut()
    {
        using var chain = new MarketChain(
            [FakeClients.Kraken(_kraken, _time)], [SymbolBook.Read("AAPL"), SymbolBook.Read("BTCUSD")], [Timeframe.OneDay, Timeframe.FourHours], _time);

        var listed = Assert.Single(await chain.ListAsync(CancellationToken.None));

        Assert.Equal((Bitcoin, "online", "USD"), (listed.Symbol, listed.Source, listed.Currency));
        Assert.Equal([Timeframe.FourHours, Timeframe.OneDay], listed.Timeframes);
    }

    private void BreakAll()
    {
        foreach (var service in new FakeService[] { _coinbase, _kraken, _yahoo })
        {
            service.Faults.Enqueue(Later);
        }
    }

    private async Task<CheckedBars> CompareWithWrongYahooAsync()
    {
        var right = await _chain.AnswerAsync(Days with { Last = 300 }, CancellationToken.None);
        await FindAtYahooAsync();
        var bars = Enumerable.Range(0, right.Bars.Count).Select(i => right.Bars[i]).ToList();
        var closes = bars.Select(bar => bar.Close).ToList();
        closes[^1] *= 1.1;
        string Row(IEnumerable<double> values) => "[" + string.Join(',', values) + "]";
        _yahoo.Faults.Enqueue(FakeAnswer.Ok(
            $$"""
            {"chart":{"result":[{"meta":{"symbol":"BTC-USD","currency":"USD","exchangeTimezoneName":"UTC","gmtoffset":0},
            "timestamp":{{Row(bars.Select(bar => (double)bar.Time.ToUnixTimeSeconds()))}},"indicators":{"quote":[{"open":{{Row(bars.Select(bar => bar.Open))}},
            "high":{{Row(bars.Select(bar => bar.High * 1.2))}},"low":{{Row(bars.Select(bar => bar.Low))}},"close":{{Row(closes)}},
            "volume":{{Row(bars.Select(bar => bar.Volume))}} }] } }],"error":null} }
            """));
        return await _chain.CompareAsync(Days, CancellationToken.None);
    }

    /// <summary>The first question to Yahoo about a symbol is whether there is such a one; it must not eat the scripted answer.</summary>
    private async Task FindAtYahooAsync()
    {
        _coinbase.Faults.Enqueue(new FakeAnswer(404, "{}"));
        _kraken.Faults.Enqueue(FakeAnswer.Ok("""{"error":["EQuery:Unknown asset pair"]}"""));
        await _chain.CompareAsync(Days with { Timeframe = Timeframe.OneHour, Last = 1 }, CancellationToken.None);
    }
}
