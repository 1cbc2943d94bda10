using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>
/// Coinbase Exchange, public market data, no key. Its candles come newest first, ordered low, high, open, close, at most 300 in an answer, and none for a
/// stretch without a trade. Leaves out order books and trades.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="time">The clock.</param>
internal sealed class CoinbaseProvider(RemoteClient client, TimeProvider time) : ExchangeProvider(client, time)
{
    /// <summary>The provider's name.</summary>
    public const string ProviderName = "coinbase";

    private const int RowsPerPage = 300;

    /// <summary>Where the service is.</summary>
    public static Uri DefaultAddress { get; } = new("https://api.exchange.coinbase.com/");

    /// <inheritdoc/>
    protected override IReadOnlyList<Timeframe> Timeframes { get; } = [Timeframe.OneMinute, Timeframe.FiveMinutes, Timeframe.OneHour, Timeframe.OneDay];

    /// <summary>The service at an address: ten requests a second are allowed, half of them are used.</summary>
    public static RemoteService Service(Uri address) => new(ProviderName, address, Allowance: 5, TimeSpan.FromSeconds(1));

    /// <inheritdoc/>
    public override async ValueTask<LatestPrice> LatestAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        var pair = await PairAsync(symbol, cancellationToken).ConfigureAwait(false);
        using var answer = await Client.GetAsync(Request(pair, "ticker"), cancellationToken).ConfigureAwait(false);
        return new LatestPrice(pair.Symbol, answer.Root["price"].Number, answer.Root["time"].Moment, Name);
    }

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<MarketName>> ListPairsAsync(CancellationToken cancellationToken)
    {
        using var answer = await Client.GetAsync(new RemoteRequest("products"), cancellationToken).ConfigureAwait(false);
        return
        [
            .. answer.Root.Items
                .Where(product => product["status"].Text == "online" && !product.Find("trading_disabled").IsTrue)
                .Select(product => SymbolBook.CoinPair(product["base_currency"].Text, product["quote_currency"].Text))
                .OfType<MarketName>(),
        ];
    }

    /// <inheritdoc/>
    protected override async ValueTask FillAsync(RemoteRows rows, CancellationToken cancellationToken)
    {
        var length = rows.Timeframe.Length();
        var end = rows.Now;
        while (end >= rows.From)
        {
            // Both ends are included.
            var start = end - ((RowsPerPage - 1) * length);
            start = start < rows.From ? rows.From : start;
            var request = Request(rows.Name, "candles") with
            {
                Query = [("granularity", ((int)length.TotalSeconds).ToString(CultureInfo.InvariantCulture)), ("start", Stamp(start)), ("end", Stamp(end))],
            };
            using var answer = await Client.GetAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var row in answer.Root.Items.Reverse())
            {
                // Time, low, high, open, close, volume.
                rows.Add(DateTimeOffset.FromUnixTimeSeconds(row[0].Integer), row[3].Number, row[2].Number, row[1].Number, row[4].Number, row[5].Number);
            }

            if (answer.Root.Count == 0 && rows.Timeframe == Timeframe.OneDay)
            {
                // Three hundred days without a trade: before the pair was listed.
                return;
            }

            end = start - TimeSpan.FromSeconds(1);
        }
    }

    private static string Stamp(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private RemoteRequest Request(MarketName pair, string what) => new($"products/{SymbolBook.Write(pair, Spelling.Coinbase)}/{what}")
    {
        Refusal = answer => answer.Status == 404 ? Unknown(pair.Symbol, []) : null,
    };
}
