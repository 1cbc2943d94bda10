using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Web.Api;

/// <summary>A bar store in memory: what a test puts in, by symbol and time frame. Keeps no revisions.</summary>
internal sealed class MemoryBars : IBarStore
{
    private readonly SortedDictionary<Symbol, Instrument> _instruments = [];
    private readonly Dictionary<(Symbol, Timeframe), BarSeries> _series = [];

    /// <summary>Makes every read fail with this.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Adds daily bars that start on a day and close at 100, 101, 102 and so on.</summary>
    public MemoryBars Add(string symbol, AssetClass assetClass, DateOnly first, int count, string name = "")
    {
        var start = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero);
        var bars = Enumerable.Range(0, count).Select(i => new Bar(start.AddDays(i), 100 + i, 101 + i, 99 + i, 100 + i, 1000)).ToList();
        return Add(
            new Instrument(Symbol.Parse(symbol), name.Length > 0 ? name : symbol, assetClass, "USD", "csv", IsSimulated: false, [Timeframe.OneDay]), bars);
    }

    public MemoryBars Add(Instrument instrument, IReadOnlyCollection<Bar> bars)
    {
        _instruments[instrument.Symbol] = instrument;
        _series[(instrument.Symbol, Timeframe.OneDay)] = BarSeries.FromBars(instrument.Symbol, instrument.AssetClass, Timeframe.OneDay, bars);
        return this;
    }

    public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
    {
        ThrowIfBroken();
        return ValueTask.FromResult<IReadOnlyList<Instrument>>([.. _instruments.Values]);
    }

    public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        ThrowIfBroken();
        return _instruments.TryGetValue(symbol, out var instrument)
            ? ValueTask.FromResult(instrument)
            : throw new UnknownSymbolException(symbol, $"{symbol} is not here.", $"There are {string.Join(", ", _instruments.Keys)}.");
    }

    public async ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken)
    {
        var instrument = await FindAsync(query.Symbol, cancellationToken);
        if (!_series.TryGetValue((instrument.Symbol, query.Timeframe), out var series))
        {
            throw new UnknownSymbolException(query.Symbol, $"{query.Symbol} has no {query.Timeframe.Code()} bars.", "Ask for 1d.");
        }

        var known = query.AsOf is { } asOf ? series.KnownAt(asOf) : series;
        var from = query.From?.ToUnixTimeMilliseconds() ?? long.MinValue;
        var start = 0;
        while (start < known.Count && known.Times[start] < from)
        {
            start++;
        }

        var found = known.Slice(start, known.Count - start);
        return query.Last is { } last ? found.Last(last) : found;
    }

    public ValueTask<int> WriteAsync(Instrument instrument, BarSeries bars, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        _instruments[instrument.Symbol] = instrument;
        _series[(instrument.Symbol, bars.Timeframe)] = bars;
        return ValueTask.FromResult(bars.Count);
    }

    public ValueTask<DateTimeOffset?> NewestAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DateTimeOffset?>(
            _series.TryGetValue((symbol, timeframe), out var series) && series.Count > 0 ? series[series.Count - 1].Time : null);

    private void ThrowIfBroken()
    {
        if (Failure is not null)
        {
            throw Failure;
        }
    }
}
