using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Web.Components;

/// <summary>A store of bars in memory. Answers what pages ask; keeps no revisions.</summary>
internal sealed class MemoryBars : IBarStore
{
    private readonly List<Instrument> _instruments = [];
    private readonly Dictionary<(Symbol, Timeframe), List<Bar>> _bars = [];

    /// <summary>Thrown by every call while it is set.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Adds bars that close at the given prices, one after the other; each opens where the last one closed.</summary>
    public MemoryBars Add(Instrument instrument, Timeframe timeframe, DateTimeOffset first, params double[] closes)
    {
        if (!_instruments.Contains(instrument))
        {
            _instruments.Add(instrument);
        }

        var list = _bars.TryGetValue((instrument.Symbol, timeframe), out var known) ? known : _bars[(instrument.Symbol, timeframe)] = [];
        foreach (var close in closes)
        {
            var open = list.Count == 0 ? close : list[^1].Close;
            list.Add(new Bar(list.Count == 0 ? first : list[^1].Time + timeframe.Length(), open, Math.Max(open, close), Math.Min(open, close), close, 10));
        }

        return this;
    }

    public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
    {
        Throw();
        return new([.. _instruments.OrderBy(instrument => instrument.Symbol)]);
    }

    public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        Throw();
        return new(_instruments.Find(instrument => instrument.Symbol == symbol)
            ?? throw new UnknownSymbolException(symbol, $"Nobody knows {symbol}.", "Try another."));
    }

    public ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken)
    {
        Throw();
        if (!_bars.TryGetValue((query.Symbol, query.Timeframe), out var bars))
        {
            throw new UnknownSymbolException(query.Symbol, $"{query.Symbol} has no {query.Timeframe.Code()} bars.", "Choose another time frame.");
        }

        var instrument = _instruments.First(instrument => instrument.Symbol == query.Symbol);
        var series = BarSeries.FromBars(query.Symbol, instrument.AssetClass, query.Timeframe, [.. bars.Where(bar => bar.Time >= (query.From ?? bar.Time))]);
        var known = query.AsOf is { } asOf ? series.KnownAt(asOf) : series;
        return new(query.Last is { } last ? known.Last(last) : known);
    }

    public ValueTask<int> WriteAsync(Instrument instrument, BarSeries bars, DateTimeOffset receivedAt, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Pages write no bars.");

    public ValueTask<DateTimeOffset?> NewestAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Pages ask for bars, not for their newest stamp.");

    private void Throw()
    {
        if (Fault is not null)
        {
            throw Fault;
        }
    }
}
