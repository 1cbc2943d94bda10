using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Engine.Training;

/// <summary>The daily series of a source that a pooled model can learn from, either the real or the invented ones.</summary>
/// <param name="Series">Those that are long enough.</param>
/// <param name="PassedOver">Those that are not, with their number of bars.</param>
public sealed record TrainingSeries(IReadOnlyList<BarSeries> Series, IReadOnlyList<string> PassedOver)
{
    /// <summary>Bars that one series must have: what the panel learns on first, a year to learn from and a year to be judged on.</summary>
    public const int LeastBars = 1004;

    /// <summary>Reads them.</summary>
    /// <param name="source">Where bars are.</param>
    /// <param name="watched">Symbols that count; empty for all.</param>
    /// <param name="isSimulated">Whether invented prices are wanted, or real ones.</param>
    /// <param name="last">The newest so many bars of each; null for all.</param>
    /// <param name="cancellationToken">Looked at before each series.</param>
    /// <exception cref="DataProviderException">The source cannot be read.</exception>
    /// <exception cref="StorageException">The source cannot be read.</exception>
    public static async Task<TrainingSeries> ReadAsync(
        IBarSource source, IReadOnlySet<Symbol> watched, bool isSimulated, int? last, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(watched);
        var (series, passedOver) = (new List<BarSeries>(), new List<string>());
        foreach (var instrument in await source.ListAsync(cancellationToken))
        {
            if (instrument.IsSimulated != isSimulated || !instrument.Timeframes.Contains(Timeframe.OneDay)
                || (watched.Count > 0 && !watched.Contains(instrument.Symbol)))
            {
                continue;
            }

            var bars = await source.ReadAsync(new BarQuery(instrument.Symbol, Timeframe.OneDay) { Last = last }, cancellationToken);
            if (bars.Count > PanelSettings.Default.WarmUp)
            {
                series.Add(bars);
            }
            else
            {
                passedOver.Add($"{bars.Symbol} {bars.Count}");
            }
        }

        return new TrainingSeries(series, passedOver);
    }

    /// <summary>What is missing, in words; null where there is enough.</summary>
    public string? Lack()
    {
        const int named = 5;
        if (Series.Any(bars => bars.Count >= LeastBars))
        {
            return null;
        }

        string[] all = [.. Series.Select(bars => $"{bars.Symbol} {bars.Count}"), .. PassedOver];
        if (all.Length == 0)
        {
            return "Not enough data: there is no daily series.";
        }

        var more = all.Length > named ? $" and {all.Length - named} more" : string.Empty;
        return $"Not enough data: no daily series has {LeastBars} bars ({string.Join(", ", all.Take(named))}{more}).";
    }
}
