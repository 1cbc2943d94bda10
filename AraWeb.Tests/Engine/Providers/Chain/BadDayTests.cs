using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Chain;
using AraWeb.Engine.Providers.Remote;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Chain;

/// <summary>A week of hours with three providers of which each fails three times in ten and takes two seconds for every answer.</summary>
public sealed class BadDayTests
{
    private const int Hours = 168;

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AnswerAsync_ThirtyPercentFaults_AnswersNinetyNinePercent(int seed)
    {
        var since = new DateTimeOffset(2026, 11, 18, 0, 0, 0, TimeSpan.Zero);
        using var coinbase = Handler(new FakeCoinbase(_time) { Listed = since }, seed);
        using var kraken = Handler(new FakeKraken(_time) { Listed = since }, seed + 100);
        using var yahoo = Handler(new FakeYahoo(_time) { Listed = since }, seed + 200);
        var yahooClient = Client(YahooProvider.Service(FakeClients.Address), yahoo);
        using var chain = new MarketChain(
            [
                new CoinbaseProvider(Client(CoinbaseProvider.Service(FakeClients.Address), coinbase), _time),
                new KrakenProvider(Client(KrakenProvider.Service(FakeClients.Address), kraken), _time),
                new YahooProvider(yahooClient, new YahooSession(yahooClient, FakeClients.Address), [], _time),
            ],
            [SymbolBook.Read("BTCUSD")],
            [Timeframe.OneHour],
            _time);
        var query = new BarQuery(Symbol.Parse("BTCUSD"), Timeframe.OneHour) { From = since.AddDays(1) };
        var (fresh, stale, lost) = (0, 0, 0);
        for (var hour = 0; hour < Hours; hour++)
        {
            var started = _time.GetUtcNow();
            try
            {
                var answer = await RunAsync(chain.AnswerAsync(query, CancellationToken.None).AsTask());
                var closed = answer.Bars[^1].Time.AddHours(1);
                (fresh, stale) = answer.Source.IsStale ? (fresh, stale + 1) : (fresh + 1, stale);
                var isNew = started - closed < TimeSpan.FromHours(1.1);
                Assert.True(answer.Source.IsStale || isNew, $"Seed {seed}: bars to {closed:u} at {started:u} are not marked.");
            }
            catch (DataProviderException)
            {
                lost++;
            }

            // To ten minutes past the next hour.
            var now = _time.GetUtcNow();
            _time.Advance(new DateTimeOffset(now.Date, TimeSpan.Zero).AddHours(now.Hour + 1).AddMinutes(10) - now);
        }

        var words = $"Seed {seed}: {fresh} fresh, {stale} stale, {lost} lost; faults {coinbase.Faults}, {kraken.Faults}, {yahoo.Faults}.";
        Assert.True(fresh + stale >= 0.99 * Hours, words);
        Assert.True(fresh >= 0.95 * Hours, words);
        Assert.True(coinbase.Faults > Hours / 5, words);
    }

    private FaultyHandler Handler(FakeService service, int seed) => new(service, faultShare: 0.3, TimeSpan.FromSeconds(2), seed, _time);

    private RemoteClient Client(RemoteService service, HttpMessageHandler handler) => new(service, RemotePolicy.Default, handler, _time);

    /// <summary>Lets the clock run, half a second at a time, until the answer is there.</summary>
    private async Task<ChainAnswer> RunAsync(Task<ChainAnswer> work)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!work.IsCompleted)
        {
            await Task.Delay(1, limit.Token);
            _time.Advance(TimeSpan.FromSeconds(0.5));
        }

        return await work;
    }
}
