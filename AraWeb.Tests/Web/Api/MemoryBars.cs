using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Web.Api;

/// <summary>The store in memory, filled with a few words and able to fail.</summary>
internal sealed class MemoryBars : IBarStore
{
    private readonly MemoryBarStore _store = new();

    /// <summary>Makes every read fail with this.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Adds daily bars that start on a day and close at 100, 101, 102 and so on.</summary>
    public MemoryBars Add(string symbol, AssetClass assetClass, DateOnly first, int count, string name = "") =>
        Add(symbol, assetClass, Timeframe.OneDay, new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero), count, name);

    /// <summary>Adds bars that start at a moment and close at 100, 101, 102 and so on.</summary>
    public MemoryBars Add(string symbol, AssetClass assetClass, Timeframe timeframe, DateTimeOffset start, int count, string name = "")
    {
        var bars = Enumerable.Range(0, count)
            .Select(i => new Bar(start + (i * timeframe.Length()), 100 + i, 101 + i, 99 + i, 100 + i, 1000))
            .ToList();
        var series = BarSeries.FromBars(Symbol.Parse(symbol), assetClass, timeframe, bars);
        var instrument = new Instrument(series.Symbol, name.Length > 0 ? name : symbol, assetClass, "USD", "csv", IsSimulated: false, [timeframe]);
        if (!_store.WriteAsync(instrument, series, start, CancellationToken.None).AsTask().IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("The store in memory answers at once.");
        }

        return this;
    }

    public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken) => Working().ListAsync(cancellationToken);

    public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken) => Working().FindAsync(symbol, cancellationToken);

    public ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken) => Working().ReadAsync(query, cancellationToken);

    public ValueTask<int> WriteAsync(Instrument instrument, BarSeries bars, DateTimeOffset receivedAt, CancellationToken cancellationToken) =>
        Working().WriteAsync(instrument, bars, receivedAt, cancellationToken);

    public ValueTask<DateTimeOffset?> NewestAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
        Working().NewestAsync(symbol, timeframe, cancellationToken);

    private MemoryBarStore Working() => Failure is null ? _store : throw Failure;
}
