using System.Text.Json;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote.Streaming;

/// <summary>
/// Coinbase Exchange's tickers: a price for each trade, and a heartbeat every second. It has no bars; those are fetched when they are finished.
/// </summary>
/// <param name="address">The service, a WebSocket address.</param>
internal sealed class CoinbaseStream(Uri address) : IStreamProtocol
{
    private static readonly string[] Channels = ["ticker", "heartbeat"];

    /// <summary>Where the service is.</summary>
    public static Uri DefaultAddress { get; } = new("wss://ws-feed.exchange.coinbase.com/");

    /// <inheritdoc/>
    public string Name => CoinbaseProvider.ProviderName;

    /// <inheritdoc/>
    public TimeSpan LongestSilence => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public TimeSpan LongestConnection => TimeSpan.FromHours(23.75);

    /// <inheritdoc/>
    public Uri Address(IReadOnlyList<MarketName> names) => address;

    /// <inheritdoc/>
    public IReadOnlyList<string> Subscriptions(IReadOnlyList<MarketName> names) =>
    [
        JsonSerializer.Serialize(new
        {
            type = "subscribe",
            product_ids = names.Select(name => SymbolBook.Write(name, Spelling.Coinbase)),
            channels = Channels,
        }),
    ];

    /// <inheritdoc/>
    public IEnumerable<StreamUpdate> Read(AnswerField message, Timeframe timeframe)
    {
        switch (message["type"].Text)
        {
            case "error":
                throw new BadAnswerException(Name, $"refused the subscription ({message.Find("message").Text})", inner: null);
            case "ticker" when SymbolBook.SymbolOf(message["product_id"].Text) is { } symbol:
                yield return new StreamUpdate(symbol, Name, message["time"].Moment, message["price"].Number, Finished: null, timeframe, IsFill: false);
                break;
        }
    }
}
