using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Local;

namespace AraWeb.Engine.Providers.Transfer;

/// <summary>
/// Use case behind <c>ara data import DIR</c>: takes every bar of a folder of CSV files into the store. Importing a folder again changes nothing; a file that
/// cannot be used is reported and the others are imported all the same.
/// </summary>
public sealed class BarImport(IBarStore store, TimeProvider timeProvider)
{
    /// <summary>Imports a folder.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="progress">Gets the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work between two series; those that were written stay.</param>
    /// <exception cref="DataProviderException">The folder is missing, unreadable or holds no file of bars.</exception>
    /// <exception cref="StorageException">The store cannot be written; series that were written before stay.</exception>
    public async ValueTask<ImportReport> ImportAsync(string folder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var provider = new CsvFolderProvider(folder, timeProvider);
        var instruments = await provider.ListAsync(cancellationToken).ConfigureAwait(false);
        var total = instruments.Sum(instrument => instrument.Timeframes.Count);
        var series = new List<ImportedBars>(total);
        foreach (var instrument in instruments)
        {
            foreach (var timeframe in instrument.Timeframes)
            {
                series.Add(await ImportAsync(provider, instrument, timeframe, cancellationToken).ConfigureAwait(false));
                progress.Report((double)series.Count / total);
            }
        }

        return new ImportReport(folder, series, await provider.NoticesAsync(cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<ImportedBars> ImportAsync(
        CsvFolderProvider provider, Instrument instrument, Timeframe timeframe, CancellationToken cancellationToken)
    {
        var (symbol, code) = (instrument.Symbol.Text, timeframe.Code());
        try
        {
            var bars = await provider.ReadAsync(new BarQuery(instrument.Symbol, timeframe), cancellationToken).ConfigureAwait(false);
            var report = await provider.ExamineAsync(instrument.Symbol, timeframe, cancellationToken).ConfigureAwait(false);
            var written = await store.WriteAsync(instrument, bars, timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            return new ImportedBars(symbol, code, bars.Count, written, report.Dropped, report.Repaired, report.Suspicious, Error: null);
        }
        catch (AraException error) when (error is DataProviderException or InputException)
        {
            return new ImportedBars(symbol, code, 0, 0, 0, 0, 0, $"{error.Message} {error.Advice}");
        }
    }
}
