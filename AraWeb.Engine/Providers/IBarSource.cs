using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>Anything that bars can be read from: a provider, or the store that keeps what providers gave.</summary>
public interface IBarSource
{
    /// <summary>All instruments, ordered by symbol.</summary>
    ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One instrument. A ticker without venue finds the only (else the alphabetically first) venue that quotes it.</summary>
    /// <exception cref="UnknownSymbolException">It is not here; the advice names near matches.</exception>
    ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken);

    /// <summary>Finished bars, ascending by unique UTC stamps, with sane prices; an empty series when the query's dates match none.</summary>
    /// <exception cref="UnknownSymbolException">The symbol, or this time frame of it, is not here.</exception>
    /// <exception cref="DataProviderException">The source cannot be read.</exception>
    ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken);
}
