using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Engine.Providers.Transfer;

/// <summary>A provider of one coin whose daily closes a test sets; remembers what it was asked.</summary>
internal sealed class ListProvider(string name, string symbol) : IMarketDataProvider
{
    private readonly Instrument _instrument = new(Symbol.Parse(symbol), symbol, AssetClass.Crypto, "USD", name, IsSimulated: false, [Timeframe.OneDay]);

    public string Name => name;

    public bool IsSimulated => false;

    public static DateTimeOffset Start { get; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public List<double> Closes { get; } = [];

    public List<BarQuery> Queries { get; } = [];

    public DataProviderException? Failure { get; set; }

    public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Instrument>>([_instrument]);

    public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        _ = SymbolLookup.Resolve(symbol, [_instrument.Symbol], name);
        return ValueTask.FromResult(_instrument);
    }

    public ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken)
    {
        Queries.Add(query);
        if (Failure is not null)
        {
            throw Failure;
        }

        var bars = Closes
            .Select((close, i) => new Bar(Start.AddDays(i), close, close + 1, close - 1, close, 1))
            .Where(bar => query.From is null || bar.Time >= query.From);
        return ValueTask.FromResult(BarSeries.FromBars(_instrument.Symbol, AssetClass.Crypto, Timeframe.OneDay, [.. bars]));
    }
}
