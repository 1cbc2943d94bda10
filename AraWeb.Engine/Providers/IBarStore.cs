using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>Where bars are kept. Bitemporal: every bar has its own time and the time at which this revision of it became known.</summary>
public interface IBarStore : IBarSource
{
    /// <summary>
    /// Adds bars. New stamps are inserted as known when their bar closed; a stamp that is there with other prices is kept and joined by a revision known at
    /// <paramref name="receivedAt"/>; equal bars change nothing. Bars that had not closed by then are left out.
    /// </summary>
    /// <returns>How many bars were new or revised.</returns>
    /// <exception cref="InputException">The symbol is kept from another source.</exception>
    /// <exception cref="StorageException">The database is locked, read-only or full; nothing was written.</exception>
    ValueTask<int> WriteAsync(Instrument instrument, BarSeries bars, DateTimeOffset receivedAt, CancellationToken cancellationToken);

    /// <summary>Start of the newest bar that is there, or null.</summary>
    ValueTask<DateTimeOffset?> NewestAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken);
}
