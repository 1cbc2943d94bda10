using System.Collections.Concurrent;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;
using NodaTime;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>
/// Polygon (also called Massive), with a key: shares, funds, indices, currency pairs and coins, adjusted for splits. Long answers come in pages, of which
/// each names the next. Hours of shares are left out: there they count from the full hour and mix pre-market with the session.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="names">Instruments that are listed; any other that the service knows can be asked for.</param>
/// <param name="reach">How far back the plan goes: it refuses questions that begin before.</param>
/// <param name="time">The clock.</param>
internal sealed class PolygonProvider(RemoteClient client, IReadOnlyList<MarketName> names, TimeSpan reach, TimeProvider time)
    : RemoteProvider(client, time)
{
    /// <summary>The provider's name.</summary>
    public const string ProviderName = "polygon";

    /// <summary>The setting that holds the key.</summary>
    public const string KeySetting = "Providers:Polygon:Key";

    /// <summary>Requests a minute of the free plan.</summary>
    public const int FreeRequestsPerMinute = 5;

    /// <summary>How far back the free plan goes: two years, less a day for the turn of it.</summary>
    public static readonly TimeSpan FreeReach = TimeSpan.FromDays(729);

    /// <summary>How far back any plan goes.</summary>
    public static readonly TimeSpan PaidReach = TimeSpan.FromDays(365 * 25);

    /// <summary>Bound of the instruments that are remembered.</summary>
    private const int Remembered = 4096;

    private static readonly Timeframe[] ShareTimeframes = [Timeframe.OneMinute, Timeframe.FiveMinutes, Timeframe.OneDay];
    private static readonly Timeframe[] PairTimeframes = [Timeframe.OneMinute, Timeframe.FiveMinutes, Timeframe.OneHour, Timeframe.FourHours, Timeframe.OneDay];

    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private readonly ConcurrentDictionary<Symbol, Instrument> _found = new();

    /// <summary>Where the service is.</summary>
    public static Uri DefaultAddress { get; } = new("https://api.polygon.io/");

    /// <summary>The service at an address.</summary>
    /// <param name="address">Its root.</param>
    /// <param name="key">The key; null where none is set.</param>
    /// <param name="perMinute">Requests a minute of a paid plan; null for the free plan's.</param>
    public static RemoteService Service(Uri address, string? key, int? perMinute) =>
        new(ProviderName, address, perMinute ?? FreeRequestsPerMinute, TimeSpan.FromMinutes(1)) { Key = new RemoteKey(KeySetting, key, parameter: null) };

    /// <inheritdoc/>
    public override bool MayHave(MarketName name, Timeframe timeframe) =>
        TimeframesOf(name).Contains(timeframe) && (name.AssetClass != AssetClass.Crypto || !CoinCatalog.IsStable(name.Quote));

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<Instrument>>(
            [.. names.Where(name => MayHave(name, Timeframe.OneDay)).OrderBy(name => name.Symbol).Select(name => Describe(name, name.Title, name.Quote))]);
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

        using var answer = await Client.GetAsync(Request($"v3/reference/tickers/{Code(name)}", symbol), cancellationToken).ConfigureAwait(false);
        var result = answer.Root["results"];
        CheckTicker(result["ticker"].Text, name);
        if (_found.Count >= Remembered)
        {
            _found.Clear();
        }

        var currency = name.Quote.Length > 0 ? name.Quote : result.Find("currency_name").Text.ToUpperInvariant();
        return _found[name.Symbol] = Describe(name, result.Find("name").Text is { Length: > 0 } title ? title : name.Title, currency);
    }

    /// <inheritdoc/>
    /// <remarks>The close of the newest minute that the plan gives: on the free one of the last session.</remarks>
    public override async ValueTask<LatestPrice> LatestAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        var name = SymbolBook.Read(symbol);
        var now = Time.GetUtcNow();
        var path = $"v2/aggs/ticker/{Code(name)}/range/1/minute/{now.AddDays(-5).ToUnixTimeMilliseconds()}/{now.ToUnixTimeMilliseconds()}";
        var request = Request(path, symbol) with { Query = [("adjusted", "true"), ("sort", "desc"), ("limit", "1")] };
        using var answer = await Client.GetAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.Root.Find("results") is not { IsArray: true, Count: > 0 } results)
        {
            throw Unknown(symbol, names.Select(known => known.Symbol));
        }

        CheckTicker(answer.Root["ticker"].Text, name);
        var end = DateTimeOffset.FromUnixTimeMilliseconds(results[0]["t"].Integer) + Timeframe.OneMinute.Length();
        return new LatestPrice(name.Symbol, results[0]["c"].Number, end < now ? end : now, Name);
    }

    /// <inheritdoc/>
    protected override async ValueTask FillAsync(RemoteRows rows, CancellationToken cancellationToken)
    {
        var (multiplier, span) = rows.Timeframe switch
        {
            Timeframe.OneMinute => (1, "minute"),
            Timeframe.FiveMinutes => (5, "minute"),
            Timeframe.OneHour => (1, "hour"),
            Timeframe.FourHours => (4, "hour"),
            _ => (1, "day"),
        };
        var from = (rows.From > rows.Now - reach ? rows.From : rows.Now - reach).ToUnixTimeMilliseconds();
        var path = $"v2/aggs/ticker/{Code(rows.Name)}/range/{multiplier}/{span}/{from}/{rows.Now.ToUnixTimeMilliseconds()}";
        RemoteRequest? request = Request(path, rows.Name.Symbol) with { Query = [("adjusted", "true"), ("sort", "asc"), ("limit", "50000")] };
        while (request is not null)
        {
            using var answer = await Client.GetAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.Root.Find("results") is { IsArray: true } results)
            {
                CheckTicker(answer.Root["ticker"].Text, rows.Name);
                foreach (var row in results.Items)
                {
                    AddRow(rows, row);
                }
            }

            request = Next(answer.Root.Find("next_url").Text, rows.Name.Symbol);
        }
    }

    private static void AddRow(RemoteRows rows, AnswerField row)
    {
        var start = DateTimeOffset.FromUnixTimeMilliseconds(row["t"].Integer);
        var bar = (row["o"].Number, row["h"].Number, row["l"].Number, row["c"].Number, row.Find("v").Number);
        if (rows.Timeframe != Timeframe.OneDay)
        {
            rows.AddIntraday(start, bar);
        }
        else if (rows.Name.Quote.Length > 0)
        {
            var day = DateOnly.FromDateTime(start.UtcDateTime);
            rows.AddDay(day, start.AddDays(1), bar);
        }
        else
        {
            // Days of shares are stamped with midnight in New York.
            rows.AddDay(Instant.FromDateTimeOffset(start).InZone(NewYork).Date.ToDateOnly(), DateTimeOffset.MinValue, bar);
        }
    }

    /// <summary>The request for the next page; only path and query of the address count, so that no answer can send the key elsewhere.</summary>
    private RemoteRequest? Next(string address, Symbol symbol)
    {
        if (address.Length == 0)
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var next))
        {
            throw new BadAnswerException(Name, "named a next page that is no address", inner: null);
        }

        return Request(next.PathAndQuery.TrimStart('/'), symbol);
    }

    private static string Code(MarketName name) => SymbolBook.Write(name, Spelling.Polygon)!;

    private static Timeframe[] TimeframesOf(MarketName name) => name.Quote.Length > 0 ? PairTimeframes : ShareTimeframes;

    private void CheckTicker(string answered, MarketName name)
    {
        if (answered != Code(name))
        {
            throw new BadAnswerException(Name, $"answered for {answered} instead of {name.Symbol}", inner: null);
        }
    }

    private RemoteRequest Request(string path, Symbol symbol) => new(path)
    {
        Refusal = answer => answer.Status == 404 || answer.Root.Find("status").Text == "NOT_FOUND" ? Unknown(symbol, names.Select(name => name.Symbol)) : null,
    };

    private static Instrument Describe(MarketName name, string title, string currency) =>
        new(name.Symbol, title, name.AssetClass, currency, ProviderName, IsSimulated: false, TimeframesOf(name));
}
