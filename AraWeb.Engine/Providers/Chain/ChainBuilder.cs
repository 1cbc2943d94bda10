using AraWeb.Engine.Providers.Remote;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>Makes the providers of a chain from its settings.</summary>
internal static class ChainBuilder
{
    private static readonly (string Name, Func<ChainParts, MarketSource, RemoteProvider> Make)[] Makers =
    [
        (YahooProvider.ProviderName, Yahoo),
        (CoinbaseProvider.ProviderName, Coinbase),
        (KrakenProvider.ProviderName, Kraken),
        (BinanceProvider.ProviderName, Binance),
        (PolygonProvider.ProviderName, Polygon),
        (AlphaVantageProvider.ProviderName, AlphaVantage),
    ];

    /// <summary>Names of all providers, in the rank that they have when nothing is set: free of keys first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Makers.Select(maker => maker.Name)];

    /// <summary>The providers, by rank.</summary>
    public static IReadOnlyList<RemoteProvider> Make(MarketSettings settings, RemotePolicy policy, HttpMessageHandler handler, TimeProvider time)
    {
        // Listed instruments come first in the catalogue that advice is taken from.
        MarketName[] names = [.. settings.Symbols.Select(SymbolBook.Read).Concat(SymbolBook.Catalog).DistinctBy(name => name.Symbol)];
        var parts = new ChainParts(names, policy, handler, time);
        return [.. settings.Sources.Select(source => Makers.First(maker => maker.Name == source.Provider).Make(parts, source))];
    }

    private static YahooProvider Yahoo(ChainParts parts, MarketSource source)
    {
        var client = parts.Client(YahooProvider.Service(source.Address ?? YahooProvider.DefaultAddress));
        return new YahooProvider(client, new YahooSession(client, source.Address ?? YahooProvider.DefaultCookieAddress), parts.Names, parts.Time);
    }

    private static CoinbaseProvider Coinbase(ChainParts parts, MarketSource source) =>
        new(parts.Client(CoinbaseProvider.Service(source.Address ?? CoinbaseProvider.DefaultAddress)), parts.Time);

    private static KrakenProvider Kraken(ChainParts parts, MarketSource source) =>
        new(parts.Client(KrakenProvider.Service(source.Address ?? KrakenProvider.DefaultAddress)), parts.Time);

    private static BinanceProvider Binance(ChainParts parts, MarketSource source) => new(
        parts.Client(BinanceProvider.Service(source.Address ?? BinanceProvider.DefaultAddress)),
        source.Address ?? BinanceProvider.DefaultFuturesAddress,
        parts.Time);

    private static PolygonProvider Polygon(ChainParts parts, MarketSource source) => new(
        parts.Client(PolygonProvider.Service(source.Address ?? PolygonProvider.DefaultAddress, source.Key, source.RequestsPerMinute)),
        parts.Names,
        source.RequestsPerMinute is null ? PolygonProvider.FreeReach : PolygonProvider.PaidReach,
        parts.Time);

    private static AlphaVantageProvider AlphaVantage(ChainParts parts, MarketSource source) => new(
        parts.Client(AlphaVantageProvider.Service(source.Address ?? AlphaVantageProvider.DefaultAddress, source.Key, source.RequestsPerMinute)),
        parts.Names,
        parts.Time);

    /// <summary>What all providers share.</summary>
    private sealed record ChainParts(IReadOnlyList<MarketName> Names, RemotePolicy Policy, HttpMessageHandler Handler, TimeProvider Time)
    {
        public RemoteClient Client(RemoteService service) => new(service, Policy, Handler, Time);
    }
}
