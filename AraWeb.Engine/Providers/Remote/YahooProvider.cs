using System.Collections.Concurrent;
using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;
using NodaTime;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>
/// Yahoo Finance's chart service: shares, funds, indices, currency pairs and coins, no key, not documented by Yahoo and not promised to stay. Prices are
/// adjusted for splits and not for dividends, which <see cref="ActionsAsync"/> tells. Leaves out pre-market and post-market.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="session">Cookie and crumb.</param>
/// <param name="names">Instruments that are listed; any other that Yahoo knows can be asked for.</param>
/// <param name="time">The clock.</param>
internal sealed class YahooProvider(RemoteClient client, YahooSession session, IReadOnlyList<MarketName> names, TimeProvider time)
    : RemoteProvider(client, time)
{
    /// <summary>The provider's name.</summary>
    public const string ProviderName = "yahoo";

    /// <summary>Bound of the instruments that are remembered.</summary>
    private const int Remembered = 4096;

    private static readonly Timeframe[] Timeframes = [Timeframe.OneMinute, Timeframe.FiveMinutes, Timeframe.OneHour, Timeframe.OneDay];

    private readonly ConcurrentDictionary<Symbol, Instrument> _found = new();

    /// <summary>Where the service is.</summary>
    public static Uri DefaultAddress { get; } = new("https://query1.finance.yahoo.com/");

    /// <summary>Where its cookie comes from.</summary>
    public static Uri DefaultCookieAddress { get; } = new("https://fc.yahoo.com/");

    /// <summary>The service at an address. Nothing is promised; about a request a second goes well.</summary>
    public static RemoteService Service(Uri address) =>
        new(ProviderName, address, Allowance: 60, TimeSpan.FromMinutes(1)) { UserAgent = "Mozilla/5.0 (compatible; Ara/1.0)" };

    /// <inheritdoc/>
    public override bool MayHave(MarketName name, Timeframe timeframe) =>
        Timeframes.Contains(timeframe) && (name.AssetClass != AssetClass.Crypto || !CoinCatalog.IsStable(name.Quote));

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<Instrument>>(
            [.. names.Where(name => MayHave(name, Timeframe.OneDay)).OrderBy(name => name.Symbol).Select(name => Describe(name, name.Quote, name.Title))]);
    }

    /// <inheritdoc/>
    public override async ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var name = SymbolBook.Read(symbol);
        if (_found.TryGetValue(name.Symbol, out var found))
        {
            return found;
        }

        using var answer = await AskAsync(name, symbol, [("range", "1d"), ("interval", "1d")], cancellationToken).ConfigureAwait(false);
        var meta = Meta(answer, name);
        var title = meta.Find("longName").Text is { Length: > 0 } full ? full : meta.Find("shortName").Text is { Length: > 0 } brief ? brief : name.Title;

        // Yahoo writes GBp for pence, which everybody else calls GBX.
        var currency = meta.Find("currency").Text is "GBp" ? "GBX" : meta.Find("currency").Text;
        if (_found.Count >= Remembered)
        {
            _found.Clear();
        }

        return _found[name.Symbol] = Describe(name, name.Quote.Length > 0 ? name.Quote : currency, title);
    }

    /// <inheritdoc/>
    public override async ValueTask<LatestPrice> LatestAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        var name = SymbolBook.Read(symbol);
        using var answer = await AskAsync(name, symbol, [("range", "1d"), ("interval", "1d")], cancellationToken).ConfigureAwait(false);
        var meta = Meta(answer, name);
        var made = DateTimeOffset.FromUnixTimeSeconds(meta["regularMarketTime"].Integer);
        return new LatestPrice(name.Symbol, meta["regularMarketPrice"].Number, made, Name);
    }

    /// <summary>Dividends and splits since a day, oldest first.</summary>
    /// <exception cref="UnknownSymbolException">Yahoo does not have the symbol.</exception>
    /// <exception cref="DataProviderException">The service cannot be read.</exception>
    public async ValueTask<IReadOnlyList<CorporateAction>> ActionsAsync(Symbol symbol, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var name = SymbolBook.Read(symbol);
        using var answer = await AskAsync(name, symbol, [.. Stretch(from, Time.GetUtcNow()), ("interval", "1d"), ("events", "div,splits")], cancellationToken)
            .ConfigureAwait(false);
        var zone = Zone(Meta(answer, name));
        var events = answer.Root["chart"]["result"][0].Find("events");
        var actions = new List<CorporateAction>();
        if (events.Find("dividends") is { IsObject: true } dividends)
        {
            actions.AddRange(dividends.Members.Select(entry => new CorporateAction(
                name.Symbol, LocalDay(entry.Value["date"].Integer, zone), entry.Value["amount"].Number, Ratio: 1)));
        }

        if (events.Find("splits") is { IsObject: true } splits)
        {
            actions.AddRange(splits.Members.Select(entry => new CorporateAction(
                name.Symbol, LocalDay(entry.Value["date"].Integer, zone), Dividend: 0, entry.Value["numerator"].Number / entry.Value["denominator"].Number)));
        }

        return [.. actions.OrderBy(action => action.Day)];
    }

    /// <inheritdoc/>
    protected override async ValueTask FillAsync(RemoteRows rows, CancellationToken cancellationToken)
    {
        var (interval, reach, page) = Limits(rows.Timeframe);
        var from = rows.Now - reach is var oldest && rows.From < oldest ? oldest : rows.From;
        for (var start = from; start <= rows.Now; start += page)
        {
            var end = start + page < rows.Now ? start + page : rows.Now;
            (string, string)[] query = [.. Stretch(start, end), ("interval", interval), ("includePrePost", "false")];
            using var answer = await AskAsync(rows.Name, rows.Name.Symbol, query, cancellationToken).ConfigureAwait(false);
            AddRows(rows, answer);
        }
    }

    private static (string Interval, TimeSpan Reach, TimeSpan Page) Limits(Timeframe timeframe) => timeframe switch
    {
        // How far back Yahoo has bars, and how much of that it gives at once.
        Timeframe.OneMinute => ("1m", TimeSpan.FromDays(29), TimeSpan.FromDays(7)),
        Timeframe.FiveMinutes => ("5m", TimeSpan.FromDays(59), TimeSpan.FromDays(59)),
        Timeframe.OneHour => ("1h", TimeSpan.FromDays(729), TimeSpan.FromDays(729)),
        _ => ("1d", TimeSpan.FromDays(365 * 100), TimeSpan.FromDays(365 * 100)),
    };

    private static (string Name, string Value)[] Stretch(DateTimeOffset from, DateTimeOffset to) =>
    [
        ("period1", from.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ("period2", (to.ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture)),
    ];

    private void AddRows(RemoteRows rows, RemoteAnswer answer)
    {
        var result = answer.Root["chart"]["result"][0];
        var meta = Meta(answer, rows.Name);
        if (result.Find("timestamp").IsEmpty)
        {
            // No bar in the stretch: Yahoo leaves the whole list out.
            return;
        }

        var zone = Zone(meta);
        var stamps = result["timestamp"];
        var quote = result["indicators"]["quote"][0];
        var (open, high, low, close, volume) = (quote["open"], quote["high"], quote["low"], quote["close"], quote["volume"]);
        var live = meta.Find("regularMarketTime") is { IsEmpty: false } moment ? moment.Integer : 0;
        for (var i = 0; i < stamps.Count; i++)
        {
            var stamp = stamps[i].Integer;
            var bar = (open[i].Number, high[i].Number, low[i].Number, close[i].Number, volume[i].Number);
            var start = DateTimeOffset.FromUnixTimeSeconds(stamp);
            if (rows.Timeframe.IsIntraday())
            {
                // The running bar is stamped with its newest trade instead of its start, so it lies off the grid of minutes or is that trade itself.
                if (stamp != live && stamp % 60 == 0)
                {
                    rows.AddIntraday(start, bar);
                }

                continue;
            }

            var day = LocalDay(stamp, zone);
            if (rows.Name.AssetClass == AssetClass.Forex)
            {
                // Days of currency pairs run from midnight to midnight in London: later than the session of the calendar.
                rows.AddDay(day, zone.AtStartOfDay(LocalDate.FromDateOnly(day).PlusDays(1)).ToDateTimeOffset(), bar);
            }
            else
            {
                rows.Add(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), bar.Item1, bar.Item2, bar.Item3, bar.Item4, bar.Item5);
            }
        }
    }

    private static DateTimeZone Zone(AnswerField meta) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(meta.Find("exchangeTimezoneName").Text)
        ?? DateTimeZone.ForOffset(Offset.FromSeconds((int)meta["gmtoffset"].Integer));

    private static DateOnly LocalDay(long stamp, DateTimeZone zone) => Instant.FromUnixTimeSeconds(stamp).InZone(zone).Date.ToDateOnly();

    private async ValueTask<RemoteAnswer> AskAsync(
        MarketName name, Symbol asked, IReadOnlyList<(string Name, string Value)> query, CancellationToken cancellationToken)
    {
        var code = SymbolBook.Write(name, Spelling.Yahoo)!;
        var request = new RemoteRequest($"v8/finance/chart/{Uri.EscapeDataString(code)}") { Query = query, Refusal = answer => Refusal(answer, asked) };
        var signed = session.Sign(request);
        try
        {
            return await Client.GetAsync(signed, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderKeyException)
        {
            await session.RenewAsync(signed, cancellationToken).ConfigureAwait(false);
            return await Client.GetAsync(session.Sign(request), cancellationToken).ConfigureAwait(false);
        }
    }

    private DataProviderException? Refusal(RemoteAnswer answer, Symbol asked)
    {
        var error = answer.Root.Find("chart").Find("error") is { IsEmpty: false } own ? own : answer.Root.Find("finance").Find("error");
        return error.Find("code").Text switch
        {
            "Not Found" => Unknown(asked, names.Select(name => name.Symbol)),
            "Unauthorized" => new ProviderKeyException(Name, "asks for a crumb", "Providers:Yahoo:Enabled"),
            "" when answer.Status == 401 => new ProviderKeyException(Name, "asks for a crumb", "Providers:Yahoo:Enabled"),
            "" when answer.Status == 404 => Unknown(asked, names.Select(name => name.Symbol)),
            _ => null,
        };
    }

    private AnswerField Meta(RemoteAnswer answer, MarketName name)
    {
        var meta = answer.Root["chart"]["result"][0]["meta"];
        var code = meta["symbol"].Text;
        return SymbolBook.SymbolOf(code) == name.Symbol
            ? meta
            : throw new BadAnswerException(Name, $"answered for {code} instead of {name.Symbol}", inner: null);
    }

    private static Instrument Describe(MarketName name, string currency, string title) =>
        new(name.Symbol, title, name.AssetClass, currency, ProviderName, IsSimulated: false, Timeframes);
}
