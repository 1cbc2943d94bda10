using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>
/// What all remote providers do alike: ask for a stretch of rows that covers the query, validate them like the rows of a file, and give finished bars only.
/// A provider of this family says how its service is asked and how its answers are read. Keeps no bars. Safe for use by many threads.
/// </summary>
internal abstract class RemoteProvider(RemoteClient client, TimeProvider time) : IMarketDataProvider, ILatestPriceSource, IDisposable
{
    /// <summary>A bar counts as finished this long after its end: clocks differ, and services take a moment to settle.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Name => Client.Name;

    /// <inheritdoc/>
    public bool IsSimulated => false;

    /// <summary>How the service is doing.</summary>
    public ProviderHealth Health => Client.Health;

    /// <summary>Asks the service.</summary>
    protected RemoteClient Client { get; } = client;

    /// <summary>The clock.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>True where the service may have the instrument, as far as its kind and name tell. Asks nothing.</summary>
    public abstract bool MayHave(MarketName name, Timeframe timeframe);

    /// <inheritdoc/>
    public abstract ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask<LatestPrice> LatestAsync(Symbol symbol, CancellationToken cancellationToken);

    /// <summary>The parts of an instrument. Exchanges list coins that no catalogue has; their instruments tell the parts.</summary>
    public static MarketName NameOf(Instrument instrument) => instrument.AssetClass == AssetClass.Crypto
        ? new MarketName(instrument.Symbol, AssetClass.Crypto, instrument.Symbol.Ticker[..^instrument.Currency.Length], instrument.Currency, instrument.Name)
        : SymbolBook.Read(instrument.Symbol);

    /// <inheritdoc/>
    public async ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken) =>
        (await FetchAsync(query, cancellationToken).ConfigureAwait(false)).Bars;

    /// <summary>The bars of a query with what the validator said about all rows that came.</summary>
    /// <exception cref="UnknownSymbolException">The symbol, or this time frame of it, is not here.</exception>
    /// <exception cref="DataProviderException">The service cannot be read.</exception>
    public async ValueTask<ProviderBars> FetchAsync(BarQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var instrument = await FindAsync(query.Symbol, cancellationToken).ConfigureAwait(false);
        if (!instrument.Timeframes.Contains(query.Timeframe))
        {
            throw new UnknownSymbolException(
                query.Symbol,
                $"{Name} has no {query.Timeframe.Code()} bars of {query.Symbol}.",
                $"It has {string.Join(", ", instrument.Timeframes.Select(timeframe => timeframe.Code()))}.");
        }

        var now = Time.GetUtcNow() - Settling;
        var rows = new RemoteRows(NameOf(instrument), query.Timeframe, From(query, instrument.AssetClass, now), now);
        if (rows.From <= now)
        {
            await FillAsync(rows, cancellationToken).ConfigureAwait(false);
        }

        var validated = BarValidator.Examine(rows.Raw, instrument.Symbol, instrument.AssetClass, query.Timeframe, now);
        return new ProviderBars(instrument, BarSelection.Apply(validated.Series, query, now), validated.Log.Defects);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds the service's rows from <see cref="RemoteRows.From"/> on, page after page, in any order.</summary>
    protected abstract ValueTask FillAsync(RemoteRows rows, CancellationToken cancellationToken);

    /// <summary>The error for a symbol that the service does not have.</summary>
    protected UnknownSymbolException Unknown(Symbol symbol, IEnumerable<Symbol> known)
    {
        var near = SymbolLookup.Near(symbol, known);
        return new UnknownSymbolException(
            symbol,
            $"{symbol} is not at {Name}.",
            near.Count > 0 ? $"Did you mean {string.Join(" or ", near)}?" : "Check the spelling, or ask a provider of its asset class.");
    }

    private static DateTimeOffset From(BarQuery query, AssetClass assetClass, DateTimeOffset now)
    {
        var earliest = HistoryDepth.Earliest(query.Timeframe, now);
        if (query.From is { } from)
        {
            return from > now ? from : HistoryDepth.Before(from, HistoryDepth.LeadIn, assetClass, query.Timeframe);
        }

        if (query.Last is not { } last)
        {
            return earliest;
        }

        var end = query.AsOf is { } asOf && asOf < now ? asOf : now;
        var before = HistoryDepth.Before(end, last + (double)HistoryDepth.LeadIn, assetClass, query.Timeframe);
        return before > earliest ? before : earliest;
    }
}
