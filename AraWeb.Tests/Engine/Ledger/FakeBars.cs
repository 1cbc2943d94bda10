using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Engine.Ledger;

/// <summary>Daily bars of coins in memory.</summary>
internal sealed class FakeBars : IBarSource
{
    private readonly SortedDictionary<Symbol, SortedDictionary<DateTimeOffset, double>> _closes = [];

    public double this[string symbol, DateTimeOffset time]
    {
        set
        {
            var key = Symbol.Parse(symbol);
            _closes.TryAdd(key, []);
            _closes[key][time] = value;
        }
    }

    public void Remove(string symbol) => _closes.Remove(Symbol.Parse(symbol));

    public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Instrument>>(
        [.. _closes.Keys.Select(symbol => new Instrument(symbol, symbol.Text, AssetClass.Crypto, "USD", "csv", false, [Timeframe.OneDay]))]);

    public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken)
    {
        var symbol = _closes.Keys.FirstOrDefault(known => known == query.Symbol || known.Ticker == query.Symbol.Text);
        if (symbol == default)
        {
            throw new UnknownSymbolException(query.Symbol, "not here", "none");
        }

        var bars = _closes[symbol].Where(pair => pair.Key >= (query.From ?? DateTimeOffset.MinValue))
            .Select(pair => new Bar(pair.Key, pair.Value, pair.Value, pair.Value, pair.Value, 1))
            .ToList();
        return ValueTask.FromResult(BarSeries.FromBars(symbol, AssetClass.Crypto, query.Timeframe, bars));
    }
}
