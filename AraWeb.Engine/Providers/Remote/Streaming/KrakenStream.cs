using System.Text.Json;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote.Streaming;

/// <summary>
/// Kraken's one-minute bars over the second version of its WebSocket. A message carries the running bar and never says that one is finished: it is
/// when the next one starts.
/// </summary>
/// <param name="address">The service, a WebSocket address.</param>
internal sealed class KrakenStream(Uri address) : IStreamProtocol
{
    private readonly Dictionary<Symbol, Bar> _running = [];

    /// <summary>Where the service is.</summary>
    public static Uri DefaultAddress { get; } = new("wss://ws.kraken.com/v2");

    /// <inheritdoc/>
    public string Name => KrakenProvider.ProviderName;

    /// <inheritdoc/>
    public TimeSpan LongestSilence => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public TimeSpan LongestConnection => TimeSpan.FromHours(23.75);

    /// <inheritdoc/>
    public Uri Address(IReadOnlyList<MarketName> names) => address;

    /// <inheritdoc/>
    public IReadOnlyList<string> Subscriptions(IReadOnlyList<MarketName> names)
    {
        // What ran when the connection broke may be incomplete: the gap is filled by request.
        _running.Clear();
        return
        [
            JsonSerializer.Serialize(new
            {
                method = "subscribe",
                @params = new
                {
                    channel = "ohlc",
                    symbol = names.Select(name => SymbolBook.Write(name, Spelling.KrakenStream)),
                    interval = 1,
                    snapshot = false,
                },
            }),
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<StreamUpdate> Read(AnswerField message, Timeframe timeframe)
    {
        if (message.Find("error").Text is { Length: > 0 } error)
        {
            throw new BadAnswerException(Name, $"refused the subscription ({error})", inner: null);
        }

        if (message.Find("channel").Text != "ohlc")
        {
            yield break;
        }

        foreach (var row in message["data"].Items)
        {
            if (SymbolBook.SymbolOf(row["symbol"].Text) is not { } symbol)
            {
                continue;
            }

            var bar = new Bar(
                row["interval_begin"].Moment, row["open"].Number, row["high"].Number, row["low"].Number, row["close"].Number, row["volume"].Number);
            var time = message.Find("timestamp") is { IsEmpty: false } stamp ? stamp.Moment : bar.Time;
            Bar? finished = _running.TryGetValue(symbol, out var before) && before.Time < bar.Time ? before : null;
            if (before.Time <= bar.Time)
            {
                _running[symbol] = bar;
                yield return new StreamUpdate(symbol, Name, time, bar.Close, finished, timeframe, IsFill: false);
            }
        }
    }
}
