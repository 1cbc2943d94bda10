using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>What exchanges of coins have in common: they list their pairs, and trade round the clock in days of UTC.</summary>
internal abstract class ExchangeProvider : RemoteProvider
{
    private readonly PairList _pairs;

    /// <summary>Makes a provider; the list of pairs is asked for when it is needed.</summary>
    protected ExchangeProvider(RemoteClient client, TimeProvider time)
        : base(client, time) => _pairs = new PairList(LoadAsync, time);

    /// <summary>The time frames that the exchange has itself, shortest first.</summary>
    protected abstract IReadOnlyList<Timeframe> Timeframes { get; }

    /// <inheritdoc/>
    public override bool MayHave(MarketName name, Timeframe timeframe) => name.AssetClass == AssetClass.Crypto && Timeframes.Contains(timeframe);

    /// <inheritdoc/>
    public sealed override async ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
    {
        var pairs = await _pairs.GetAsync(cancellationToken).ConfigureAwait(false);
        return [.. pairs.Values.OrderBy(name => name.Symbol).Select(Describe)];
    }

    /// <inheritdoc/>
    public sealed override async ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        var pairs = await _pairs.GetAsync(cancellationToken).ConfigureAwait(false);
        return symbol.Venue.Length == 0 && pairs.TryGetValue(SymbolBook.Read(symbol).Symbol, out var name) ? Describe(name)
            : symbol.Venue.Length == 0 && pairs.TryGetValue(symbol, out name) ? Describe(name)
            : throw Unknown(symbol, pairs.Keys);
    }

    /// <summary>Asks the exchange for the pairs that are traded now.</summary>
    protected abstract ValueTask<IReadOnlyList<MarketName>> ListPairsAsync(CancellationToken cancellationToken);

    /// <summary>The pair's parts.</summary>
    protected async ValueTask<MarketName> PairAsync(Symbol symbol, CancellationToken cancellationToken) =>
        NameOf(await FindAsync(symbol, cancellationToken).ConfigureAwait(false));

    private async ValueTask<IReadOnlyDictionary<Symbol, MarketName>> LoadAsync(CancellationToken cancellationToken)
    {
        var listed = await ListPairsAsync(cancellationToken).ConfigureAwait(false);
        var pairs = new Dictionary<Symbol, MarketName>(listed.Count);
        foreach (var name in listed)
        {
            pairs.TryAdd(name.Symbol, name);
        }

        return pairs.Count > 0 ? pairs : throw new BadAnswerException(Name, "lists no pairs", inner: null);
    }

    private Instrument Describe(MarketName name) => new(name.Symbol, name.Title, AssetClass.Crypto, name.Quote, Name, IsSimulated: false, Timeframes);
}
