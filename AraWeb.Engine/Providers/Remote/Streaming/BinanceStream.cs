using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote.Streaming;

/// <summary>
/// Binance's streams of one-minute bars, combined in one connection: the address is the subscription, every message carries the running bar and says whether it
/// is finished. The service ends connections after 24 hours.
/// </summary>
/// <param name="address">Root of the service, a WebSocket address.</param>
internal sealed class BinanceStream(Uri address) : IStreamProtocol
{
    /// <summary>Where the service is.</summary>
    public static Uri DefaultAddress { get; } = new("wss://stream.binance.com:9443/");

    /// <inheritdoc/>
    public string Name => BinanceProvider.ProviderName;

    /// <inheritdoc/>
    public TimeSpan LongestSilence => TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public TimeSpan LongestConnection => TimeSpan.FromHours(23.75);

    /// <inheritdoc/>
    public Uri Address(IReadOnlyList<MarketName> names) =>
        new(address, "stream?streams=" + string.Join('/', names.Select(name => $"{SymbolBook.Write(name, Spelling.Binance)!.ToLowerInvariant()}@kline_1m")));

    /// <inheritdoc/>
    public IReadOnlyList<string> Subscriptions(IReadOnlyList<MarketName> names) => [];

    /// <inheritdoc/>
    public IEnumerable<StreamUpdate> Read(AnswerField message, Timeframe timeframe)
    {
        var data = message.Find("data");
        if (data.Find("e").Text != "kline" || SymbolBook.SymbolOf(data["s"].Text) is not { } symbol)
        {
            yield break;
        }

        var bar = data["k"];
        var start = DateTimeOffset.FromUnixTimeMilliseconds(bar["t"].Integer);
        Bar? finished = bar["x"].IsTrue
            ? new Bar(start, bar["o"].Number, bar["h"].Number, bar["l"].Number, bar["c"].Number, bar["v"].Number)
            : null;
        yield return new StreamUpdate(
            symbol, Name, DateTimeOffset.FromUnixTimeMilliseconds(data["E"].Integer), bar["c"].Number, finished, timeframe, IsFill: false);
    }
}
