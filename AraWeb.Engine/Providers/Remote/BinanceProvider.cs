using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>
/// Binance spot, public market data, no key. Requests cost weight, of which the service tells the use in a header. Funding rates come from the futures
/// service. Leaves out order books, trades and everything that needs an account.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="futures">Root of the futures service.</param>
/// <param name="time">The clock.</param>
internal sealed class BinanceProvider(RemoteClient client, Uri futures, TimeProvider time) : ExchangeProvider(client, time)
{
    /// <summary>The provider's name.</summary>
    public const string ProviderName = "binance";

    private const int RowsPerPage = 1000;

    // Weights and error codes: Binance, "Public REST API" and "Error codes".
    private const int PairsWeight = 20;
    private const int RowsWeight = 2;
    private const int UnknownSymbolCode = -1121;
    private const int TooManyRequestsCode = -1003;

    /// <summary>Where the service is.</summary>
    public static Uri DefaultAddress { get; } = new("https://api.binance.com/");

    /// <summary>Where the futures service is.</summary>
    public static Uri DefaultFuturesAddress { get; } = new("https://fapi.binance.com/");

    /// <inheritdoc/>
    protected override IReadOnlyList<Timeframe> Timeframes { get; } =
        [Timeframe.OneMinute, Timeframe.FiveMinutes, Timeframe.OneHour, Timeframe.FourHours, Timeframe.OneDay];

    /// <summary>The service at an address. Half of its 6000 units of weight a minute are used, so that other programs on the line have some.</summary>
    public static RemoteService Service(Uri address) =>
        new(ProviderName, address, Allowance: 3000, TimeSpan.FromMinutes(1)) { UsedWeightHeader = "X-MBX-USED-WEIGHT-1M" };

    /// <inheritdoc/>
    /// <remarks>Binance trades against coins held at a dollar and against some currencies, never against the dollar itself.</remarks>
    public override bool MayHave(MarketName name, Timeframe timeframe) => name.Quote != "USD" && base.MayHave(name, timeframe);

    /// <inheritdoc/>
    public override async ValueTask<LatestPrice> LatestAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        var pair = await PairAsync(symbol, cancellationToken).ConfigureAwait(false);
        var code = SymbolBook.Write(pair, Spelling.Binance)!;
        var request = Request("api/v3/ticker/24hr", pair.Symbol, ("symbol", code), ("type", "MINI"));
        using var answer = await Client.GetAsync(request with { Weight = RowsWeight }, cancellationToken).ConfigureAwait(false);
        if (answer.Root["symbol"].Text != code)
        {
            throw new BadAnswerException(Name, $"answered for another symbol than {code}", inner: null);
        }

        return new LatestPrice(pair.Symbol, answer.Root["lastPrice"].Number, DateTimeOffset.FromUnixTimeMilliseconds(answer.Root["closeTime"].Integer), Name);
    }

    /// <summary>Funding rates of a perpetual contract, oldest first, at most a thousand.</summary>
    /// <param name="symbol">The contract, named like its spot pair, for example <c>BTCUSDT</c>.</param>
    /// <param name="from">Earliest time of payment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DataProviderException">The service cannot be read or has no such contract.</exception>
    public async ValueTask<IReadOnlyList<FundingRate>> FundingAsync(Symbol symbol, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var name = SymbolBook.Read(symbol);
        var code = SymbolBook.Write(name, Spelling.Binance) ?? throw Unknown(symbol, []);
        var request = Request("fapi/v1/fundingRate", name.Symbol, ("symbol", code), ("startTime", Milliseconds(from)), ("limit", "1000"));
        using var answer = await Client.GetAsync(request with { Address = futures }, cancellationToken).ConfigureAwait(false);
        return
        [
            .. answer.Root.Items
                .Where(row => row["symbol"].Text == code)
                .Select(row => new FundingRate(name.Symbol, DateTimeOffset.FromUnixTimeMilliseconds(row["fundingTime"].Integer), row["fundingRate"].Number))
                .OrderBy(rate => rate.Time),
        ];
    }

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<MarketName>> ListPairsAsync(CancellationToken cancellationToken)
    {
        var request = Request("api/v3/exchangeInfo", default, ("permissions", "SPOT")) with { Weight = PairsWeight };
        using var answer = await Client.GetAsync(request, cancellationToken).ConfigureAwait(false);
        return
        [
            .. answer.Root["symbols"].Items
                .Where(pair => pair["status"].Text == "TRADING" && Symbol.TryParse(pair["symbol"].Text, out _))
                .Select(pair => SymbolBook.CoinPair(pair["baseAsset"].Text, pair["quoteAsset"].Text))
                .OfType<MarketName>(),
        ];
    }

    /// <inheritdoc/>
    protected override async ValueTask FillAsync(RemoteRows rows, CancellationToken cancellationToken)
    {
        var code = SymbolBook.Write(rows.Name, Spelling.Binance)!;
        var start = Math.Max(rows.From.ToUnixTimeMilliseconds(), 0);
        while (start <= rows.Now.ToUnixTimeMilliseconds())
        {
            var request = Request(
                "api/v3/klines",
                rows.Name.Symbol,
                ("symbol", code),
                ("interval", rows.Timeframe.Code()),
                ("startTime", start.ToString(CultureInfo.InvariantCulture)),
                ("limit", RowsPerPage.ToString(CultureInfo.InvariantCulture))) with { Weight = RowsWeight };
            using var answer = await Client.GetAsync(request, cancellationToken).ConfigureAwait(false);
            var newest = start - 1;
            foreach (var row in answer.Root.Items)
            {
                // Open time, open, high, low, close, volume, close time, ...
                var opened = row[0].Integer;
                newest = Math.Max(newest, opened);
                rows.Add(DateTimeOffset.FromUnixTimeMilliseconds(opened), row[1].Number, row[2].Number, row[3].Number, row[4].Number, row[5].Number);
            }

            if (answer.Root.Count < RowsPerPage || newest < start)
            {
                return;
            }

            start = newest + 1;
        }
    }

    private static string Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private RemoteRequest Request(string path, Symbol symbol, params (string Name, string Value)[] query) => new(path)
    {
        Query = query,
        Refusal = answer => answer.Root.Find("code") is { IsEmpty: false } code ? Refusal(code.Integer, symbol) : null,
    };

    private DataProviderException? Refusal(long code, Symbol symbol) => code switch
    {
        UnknownSymbolCode => Unknown(symbol, []),
        TooManyRequestsCode => new RateLimitedException(Name, "answered 'too many requests'", retryAt: null),
        _ => null,
    };
}
