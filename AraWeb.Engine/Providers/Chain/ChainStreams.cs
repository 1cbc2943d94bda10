using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote;
using AraWeb.Engine.Providers.Remote.Streaming;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>
/// Makes the streams of a chain: every listed coin goes to the provider of highest rank that streams it. Shares and currency pairs have no stream, since their
/// free services have none; nor has a service at another address than its usual one, because its stream is then elsewhere too.
/// </summary>
internal static class ChainStreams
{
    /// <summary>The streams, by rank of their providers; none of them runs yet.</summary>
    public static IReadOnlyList<IMarketFeed> Make(MarketSettings settings, IReadOnlyList<RemoteProvider> providers, TimeProvider time)
    {
        var names = settings.Symbols.Select(SymbolBook.Read).Where(name => name.AssetClass == AssetClass.Crypto).DistinctBy(name => name.Symbol).ToList();
        var streams = new List<IMarketFeed>();
        for (var i = 0; i < providers.Count; i++)
        {
            var provider = providers[i];
            if (settings.Sources[i].Address is not null || Protocol(provider) is not { } protocol)
            {
                continue;
            }

            var own = names.Where(name => provider.MayHave(name, Timeframe.OneMinute)).ToArray();
            names.RemoveAll(own.Contains);
            if (own.Length > 0)
            {
                streams.Add(new MarketStream(protocol, provider, own, time));
            }
        }

        return streams;
    }

    private static IStreamProtocol? Protocol(RemoteProvider provider) => provider switch
    {
        BinanceProvider => new BinanceStream(BinanceStream.DefaultAddress),
        CoinbaseProvider => new CoinbaseStream(CoinbaseStream.DefaultAddress),
        KrakenProvider => new KrakenStream(KrakenStream.DefaultAddress),
        _ => null,
    };
}
