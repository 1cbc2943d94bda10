using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Shared;

/// <summary>A bar store in memory with the contract of the real one, revisions included.</summary>
internal sealed class MemoryBarStore : IBarStore
{
    private readonly Dictionary<Symbol, Instrument> _instruments = [];
    private readonly Dictionary<(Symbol Symbol, Timeframe Timeframe), SortedDictionary<DateTimeOffset, List<(Bar Bar, DateTimeOffset Known)>>> _bars = [];

    /// <summary>Calls of <see cref="WriteAsync"/> so far.</summary>
    public int Writes { get; private set; }

    public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Instrument>>([.. _instruments.Values.OrderBy(instrument => instrument.Symbol)]);

    public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_instruments[SymbolLookup.Resolve(symbol, _instruments.Keys, "the store")]);

    public async ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken)
    {
        var instrument = await FindAsync(query.Symbol, cancellationToken);
        if (!_bars.TryGetValue((instrument.Symbol, query.Timeframe), out var revisions))
        {
            throw new UnknownSymbolException(query.Symbol, $"The store has no {query.Timeframe.Code()} bars of {query.Symbol}.", "Use another time frame.");
        }

        var known = revisions.Values
            .Select(bar => bar.LastOrDefault(revision => query.AsOf is null || revision.Known <= query.AsOf))
            .Where(revision => revision.Known != default)
            .Select(revision => revision.Bar)
            .Where(bar => query.From is null || bar.Time >= query.From)
            .ToList();
        var series = BarSeries.FromBars(instrument.Symbol, instrument.AssetClass, query.Timeframe, known);
        return query.Last is { } last ? series.Last(last) : series;
    }

    public ValueTask<int> WriteAsync(Instrument instrument, BarSeries bars, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        Writes++;
        _instruments[instrument.Symbol] = instrument;
        var key = (bars.Symbol, bars.Timeframe);
        if (!_bars.TryGetValue(key, out var revisions))
        {
            _bars[key] = revisions = [];
        }

        var calendar = TradingCalendar.For(bars.AssetClass);
        var changed = 0;
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            if (!revisions.TryGetValue(bar.Time, out var known))
            {
                revisions[bar.Time] = [(bar, calendar.CloseOfBar(bar.Time, bars.Timeframe))];
                changed++;
            }
            else if (known[^1].Bar != bar)
            {
                known.Add((bar, receivedAt));
                changed++;
            }
        }

        return ValueTask.FromResult(changed);
    }

    public ValueTask<DateTimeOffset?> NewestAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_bars.TryGetValue((symbol, timeframe), out var revisions) ? revisions.Keys.Max() : (DateTimeOffset?)null);
}
