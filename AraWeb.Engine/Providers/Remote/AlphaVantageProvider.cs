using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>
/// Alpha Vantage, with a key: the last hundred daily bars of shares and funds (as traded, neither splits nor dividends adjusted) and of currency pairs, and
/// daily bars of coins. Refusals come with status 200 as a sentence. Leaves out what needs a paid plan: adjusted prices, longer histories, intraday bars.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="names">Instruments that are listed; any other that the service knows can be asked for.</param>
/// <param name="time">The clock.</param>
internal sealed class AlphaVantageProvider(RemoteClient client, IReadOnlyList<MarketName> names, TimeProvider time) : RemoteProvider(client, time)
{
    /// <summary>The provider's name.</summary>
    public const string ProviderName = "alphavantage";

    /// <summary>The setting that holds the key.</summary>
    public const string KeySetting = "Providers:AlphaVantage:Key";

    /// <summary>Requests a day of the free plan.</summary>
    public const int FreeRequestsPerDay = 25;

    private static readonly Timeframe[] Timeframes = [Timeframe.OneDay];

    /// <summary>Where the service is.</summary>
    public static Uri DefaultAddress { get; } = new("https://www.alphavantage.co/");

    /// <summary>The service at an address.</summary>
    /// <param name="address">Its root.</param>
    /// <param name="key">The key; null where none is set.</param>
    /// <param name="perMinute">Requests a minute of a paid plan; null for the free plan's requests a day.</param>
    public static RemoteService Service(Uri address, string? key, int? perMinute) =>
        new(ProviderName, address, perMinute ?? FreeRequestsPerDay, perMinute is null ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(1))
        {
            Key = new RemoteKey(KeySetting, key, "apikey"),
        };

    /// <inheritdoc/>
    public override bool MayHave(MarketName name, Timeframe timeframe) =>
        timeframe == Timeframe.OneDay && name.AssetClass != AssetClass.Index && !CoinCatalog.IsStable(name.Quote);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<Instrument>>(
            [.. names.Where(name => MayHave(name, Timeframe.OneDay)).OrderBy(name => name.Symbol).Select(Describe)]);
    }

    /// <inheritdoc/>
    /// <remarks>Costs no request for an instrument that is listed: the allowance of the free plan is too small for questions of that kind.</remarks>
    public override async ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var name = SymbolBook.Read(symbol);
        if (!names.Contains(name))
        {
            _ = await LatestAsync(symbol, cancellationToken).ConfigureAwait(false);
        }

        return Describe(name);
    }

    /// <inheritdoc/>
    public override async ValueTask<LatestPrice> LatestAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        var name = SymbolBook.Read(symbol);
        if (name.Quote.Length > 0)
        {
            using var rate = await Client.GetAsync(
                Request(symbol, ("function", "CURRENCY_EXCHANGE_RATE"), ("from_currency", name.Base), ("to_currency", name.Quote)), cancellationToken)
                .ConfigureAwait(false);
            var fields = rate.Root["Realtime Currency Exchange Rate"];
            return new LatestPrice(name.Symbol, fields["5. Exchange Rate"].Number, fields["6. Last Refreshed"].Moment, Name);
        }

        using var quote = await Client.GetAsync(Request(symbol, ("function", "GLOBAL_QUOTE"), ("symbol", Code(name))), cancellationToken)
            .ConfigureAwait(false);
        var values = quote.Root["Global Quote"];
        if (values.Find("05. price").IsEmpty)
        {
            // An object without members is its way of saying that there is no such share.
            throw Unknown(symbol, names.Select(known => known.Symbol));
        }

        CheckSymbol(values["01. symbol"].Text, name);
        var day = DateOnly.FromDateTime(values["07. latest trading day"].Moment.UtcDateTime);
        var calendar = TradingCalendar.For(name.AssetClass);
        var now = Time.GetUtcNow();
        var made = calendar.IsSession(day) && calendar.CloseOf(day) < now ? calendar.CloseOf(day) : now;
        return new LatestPrice(name.Symbol, values["05. price"].Number, made, Name);
    }

    /// <inheritdoc/>
    protected override async ValueTask FillAsync(RemoteRows rows, CancellationToken cancellationToken)
    {
        var name = rows.Name;
        (string, string)[] query = name.AssetClass switch
        {
            AssetClass.Forex => [("function", "FX_DAILY"), ("from_symbol", name.Base), ("to_symbol", name.Quote)],
            AssetClass.Crypto => [("function", "DIGITAL_CURRENCY_DAILY"), ("symbol", name.Base), ("market", name.Quote)],
            _ => [("function", "TIME_SERIES_DAILY"), ("symbol", Code(name)), ("outputsize", "compact")],
        };
        using var answer = await Client.GetAsync(Request(name.Symbol, query), cancellationToken).ConfigureAwait(false);
        if (name.Quote.Length == 0)
        {
            CheckSymbol(answer.Root["Meta Data"]["2. Symbol"].Text, name);
        }

        foreach (var (text, values) in Series(answer))
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                throw new BadAnswerException(Name, "sent a day that is none", inner: null);
            }

            // Days of pairs and coins end at midnight UTC; those of shares with their session, which the calendar knows.
            var end = name.Quote.Length > 0 ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : DateTimeOffset.MinValue;
            var volume = values.Find("5. volume").Number;
            rows.AddDay(
                day, end, (values["1. open"].Number, values["2. high"].Number, values["3. low"].Number, values["4. close"].Number, volume));
        }
    }

    private static IEnumerable<(string Name, AnswerField Value)> Series(RemoteAnswer answer)
    {
        foreach (var (member, value) in answer.Root.Members)
        {
            if (member.StartsWith("Time Series", StringComparison.Ordinal))
            {
                return value.Members.Reverse();
            }
        }

        throw new BadAnswerException(ProviderName, "answered without a time series", inner: null);
    }

    private static string Code(MarketName name) => SymbolBook.Write(name, Spelling.AlphaVantage)!;

    private void CheckSymbol(string answered, MarketName name)
    {
        if (SymbolBook.SymbolOf(answered) != name.Symbol)
        {
            throw new BadAnswerException(Name, $"answered for {answered} instead of {name.Symbol}", inner: null);
        }
    }

    private RemoteRequest Request(Symbol symbol, params (string Name, string Value)[] query) => new("query")
    {
        Query = query,
        Refusal = answer => Refusal(answer, symbol),
    };

    // Its sentences repeat the key, so none of their words goes into a message.
    private DataProviderException? Refusal(RemoteAnswer answer, Symbol symbol)
    {
        if (answer.Root.Find("Error Message").Text is { Length: > 0 } error)
        {
            return error.Contains("apikey", StringComparison.OrdinalIgnoreCase) && !error.Contains("Invalid API call", StringComparison.OrdinalIgnoreCase)
                ? new ProviderKeyException(Name, "refused the key", KeySetting)
                : Unknown(symbol, names.Select(known => known.Symbol));
        }

        var note = answer.Root.Find("Note").Text + answer.Root.Find("Information").Text;
        return note switch
        {
            "" => null,
            _ when note.Contains("premium endpoint", StringComparison.OrdinalIgnoreCase) =>
                new ProviderKeyException(Name, "wants a paid plan for this", KeySetting),
            _ when note.Contains("per day", StringComparison.OrdinalIgnoreCase) =>
                new RateLimitedException(Name, "has given all requests of the day", Tomorrow()),
            _ => new RateLimitedException(Name, "answered 'too many requests'", retryAt: null),
        };
    }

    private DateTimeOffset Tomorrow() => new(DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime).AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    private static Instrument Describe(MarketName name) =>
        new(name.Symbol, name.Title, name.AssetClass, name.Quote, ProviderName, IsSimulated: false, Timeframes);
}
