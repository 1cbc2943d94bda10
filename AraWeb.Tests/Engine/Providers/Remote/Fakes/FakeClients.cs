using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>Providers that ask a fake, without an allowance that would make a still clock wait.</summary>
internal static class FakeClients
{
    private const int Plenty = 1_000_000;

    public static RemotePolicy Policy { get; } = RemotePolicy.Default with { FirstDelay = TimeSpan.Zero };

    public static Uri Address { get; } = new("http://service.test/");

    public static BinanceProvider Binance(FakeService service, TimeProvider time) =>
        new(Client(BinanceProvider.Service(Address), service, time), Address, time);

    public static CoinbaseProvider Coinbase(FakeService service, TimeProvider time) => new(Client(CoinbaseProvider.Service(Address), service, time), time);

    public static KrakenProvider Kraken(FakeService service, TimeProvider time) => new(Client(KrakenProvider.Service(Address), service, time), time);

    public static YahooProvider Yahoo(FakeService service, TimeProvider time)
    {
        var client = Client(YahooProvider.Service(Address), service, time);
        return new YahooProvider(client, new YahooSession(client, Address), Names("AAPL", "EURUSD", "BTCUSD"), time);
    }

    public static AlphaVantageProvider AlphaVantage(FakeService service, TimeProvider time, string? key = FakeAlphaVantage.Key) =>
        new(Client(AlphaVantageProvider.Service(Address, key, Plenty), service, time), Names("IBM", "EURUSD", "BTCUSD"), time);

    public static PolygonProvider Polygon(FakeService service, TimeProvider time, string? key = FakePolygon.Key) =>
        new(Client(PolygonProvider.Service(Address, key, Plenty), service, time), Names("AAPL", "BTCUSD"), PolygonProvider.PaidReach, time);

    public static RemoteClient Client(RemoteService service, FakeService fake, TimeProvider time) =>
        new(service with { Allowance = Plenty }, Policy, new FakeHandler(fake), time);

    private static MarketName[] Names(params string[] symbols) => [.. symbols.Select(text => SymbolBook.Read(Symbol.Parse(text)))];
}
