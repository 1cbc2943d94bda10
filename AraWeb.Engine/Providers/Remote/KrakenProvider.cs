using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>
/// Kraken spot, public market data, no key. Errors come in a list with status 200; the newest entry of its bars is always the running one; older bars than
/// the last 720 are not to be had. Leaves out order books and trades.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="time">The clock.</param>
internal sealed class KrakenProvider(RemoteClient client, TimeProvider time) : ExchangeProvider(client, time)
{
    /// <summary>The provider's name.</summary>
    public const string ProviderName = "kraken";

    /// <summary>Where the service is.</summary>
    public static Uri DefaultAddress { get; } = new("https://api.kraken.com/");

    /// <inheritdoc/>
    protected override IReadOnlyList<Timeframe> Timeframes { get; } =
        [Timeframe.OneMinute, Timeframe.FiveMinutes, Timeframe.OneHour, Timeframe.FourHours, Timeframe.OneDay];

    /// <summary>The service at an address: about one public request a second is tolerated.</summary>
    public static RemoteService Service(Uri address) => new(ProviderName, address, Allowance: 5, TimeSpan.FromSeconds(5));

    /// <inheritdoc/>
    public override async ValueTask<LatestPrice> LatestAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        var pair = await PairAsync(symbol, cancellationToken).ConfigureAwait(false);
        var request = Request("Ticker", pair.Symbol, ("pair", SymbolBook.Write(pair, Spelling.Kraken)!));
        using var answer = await Client.GetAsync(request, cancellationToken).ConfigureAwait(false);

        // "c" is the last trade: price and volume, without its time.
        return new LatestPrice(pair.Symbol, Only(answer.Root["result"], pair)["c"][0].Number, Time.GetUtcNow(), Name);
    }

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<MarketName>> ListPairsAsync(CancellationToken cancellationToken)
    {
        using var answer = await Client.GetAsync(Request("AssetPairs", default), cancellationToken).ConfigureAwait(false);
        return
        [
            .. answer.Root["result"].Members
                .Where(pair => pair.Value.Find("wsname").Text.Contains('/', StringComparison.Ordinal) && pair.Value.Find("status").Text is "online" or "")
                .Select(pair => pair.Value["wsname"].Text.Split('/'))
                .Select(parts => SymbolBook.CoinPair(parts[0], parts[1]))
                .OfType<MarketName>(),
        ];
    }

    /// <inheritdoc/>
    protected override async ValueTask FillAsync(RemoteRows rows, CancellationToken cancellationToken)
    {
        var since = Math.Max(rows.From.ToUnixTimeSeconds() - 1, 0);
        var request = Request(
            "OHLC",
            rows.Name.Symbol,
            ("pair", SymbolBook.Write(rows.Name, Spelling.Kraken)!),
            ("interval", ((int)rows.Timeframe.Length().TotalMinutes).ToString(CultureInfo.InvariantCulture)),
            ("since", since.ToString(CultureInfo.InvariantCulture)));
        using var answer = await Client.GetAsync(request, cancellationToken).ConfigureAwait(false);
        var entries = Only(answer.Root["result"], rows.Name);
        for (var i = 0; i < entries.Count - 1; i++)
        {
            // Time, open, high, low, close, mean price, volume, trades. The last entry is not committed yet, whatever the clock says.
            var row = entries[i];
            rows.Add(DateTimeOffset.FromUnixTimeSeconds(row[0].Integer), row[1].Number, row[2].Number, row[3].Number, row[4].Number, row[6].Number);
        }
    }

    /// <summary>The one pair of an answer, under whichever of its names it came.</summary>
    private AnswerField Only(AnswerField result, MarketName pair)
    {
        foreach (var (name, value) in result.Members)
        {
            if (name != "last")
            {
                return SymbolBook.SymbolOf(name) == pair.Symbol || name == SymbolBook.Write(pair, Spelling.Kraken)
                    ? value
                    : throw new BadAnswerException(Name, $"answered for {name} instead of {pair.Symbol}", inner: null);
            }
        }

        throw new BadAnswerException(Name, $"answered without {pair.Symbol}", inner: null);
    }

    private RemoteRequest Request(string method, Symbol symbol, params (string Name, string Value)[] query) => new("0/public/" + method)
    {
        Query = query,
        Refusal = answer => answer.Root.Find("error") is { IsArray: true, Count: > 0 } errors ? Refusal(errors[0].Text, symbol) : null,
    };

    private DataProviderException Refusal(string error, Symbol symbol) => error switch
    {
        _ when error.Contains("Unknown asset pair", StringComparison.Ordinal) => Unknown(symbol, []),
        _ when error.Contains("Too many requests", StringComparison.Ordinal) || error.Contains("Rate limit", StringComparison.Ordinal) =>
            new RateLimitedException(Name, "answered 'too many requests'", retryAt: null),
        _ when error.StartsWith("EService", StringComparison.Ordinal) || error.Contains("Internal error", StringComparison.Ordinal) =>
            new ProviderUnavailableException(Name, $"is out of order ({error})", inner: null),
        _ => new BadAnswerException(Name, $"refused the request ({error})", inner: null),
    };
}
