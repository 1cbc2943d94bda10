using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Local;

namespace AraWeb.Commands;

/// <summary>Reads the daily series of a folder, which models learn from.</summary>
internal static class DailySeries
{
    /// <summary>Reads them.</summary>
    /// <exception cref="DataProviderException">The folder cannot be read.</exception>
    public static async Task<IReadOnlyList<BarSeries>> ReadAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        var provider = new CsvFolderProvider(folder, time);
        var series = new List<BarSeries>();
        foreach (var instrument in await provider.ListAsync(cancellationToken))
        {
            if (instrument.Timeframes.Contains(Timeframe.OneDay))
            {
                series.Add(await provider.ReadAsync(new BarQuery(instrument.Symbol, Timeframe.OneDay), cancellationToken));
            }
        }

        return series;
    }
}
