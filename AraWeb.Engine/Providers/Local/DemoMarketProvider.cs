using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Simulation;

namespace AraWeb.Engine.Providers.Local;

/// <summary>
/// An invented market, so that the program shows something alive without any data: five shares, an index, four coins and three pairs whose symbols
/// end in <c>.SIM</c>. Days since 4 January 2021, hours of the last 60 days, minutes of the last 10; a new minute appears when it has passed and the
/// instrument's calendar is open. The same seed and time give the same bars to the bit in any process. Has regimes, clusters of volatility, fat tails and
/// common factors; leaves out news, dividends and everything that would make prices predictable. Safe for use by many threads.
/// </summary>
/// <param name="seed">Chooses one of many possible markets.</param>
/// <param name="timeProvider">Tells what has passed.</param>
public sealed class DemoMarketProvider(int seed, TimeProvider timeProvider) : IMarketDataProvider
{
    private static readonly Symbol[] Symbols = [.. SimulatedInstrument.All.Select(instrument => instrument.Symbol)];

    private readonly Lock _lock = new();
    private readonly SimulatedMarket _market = new(seed);

    /// <inheritdoc/>
    public string Name => "demo";

    /// <inheritdoc/>
    public bool IsSimulated => true;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<Instrument>>(
            [.. SimulatedInstrument.All.Select(instrument => instrument.Describe(Name)).OrderBy(instrument => instrument.Symbol)]);
    }

    /// <inheritdoc/>
    public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(symbol).Describe(Name));
    }

    /// <inheritdoc/>
    public ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var instrument = Find(query.Symbol);
        var timeframes = instrument.Describe(Name).Timeframes;
        if (!timeframes.Contains(query.Timeframe))
        {
            throw new UnknownSymbolException(
                query.Symbol,
                $"The demo market has no {query.Timeframe.Code()} bars of {query.Symbol}.",
                $"It has {string.Join(", ", timeframes.Select(timeframe => timeframe.Code()))}.");
        }

        var now = timeProvider.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var first = today.AddDays(query.Timeframe == Timeframe.OneMinute ? -SimulatedMarket.DaysOfMinutes : -SimulatedMarket.DaysOfHours);
        if (query.From is { } from && DateOnly.FromDateTime(from.UtcDateTime) is var wanted && wanted > first)
        {
            first = wanted;
        }

        lock (_lock)
        {
            _market.AdvanceTo(today, cancellationToken);
            return ValueTask.FromResult(BarSelection.Apply(_market.Read(instrument.Symbol, query.Timeframe, first), query, now));
        }
    }

    private static SimulatedInstrument Find(Symbol symbol)
    {
        var found = SymbolLookup.Resolve(symbol, Symbols, "the demo market");
        return SimulatedInstrument.All.First(instrument => instrument.Symbol == found);
    }
}
