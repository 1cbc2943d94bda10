using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Local;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>Loads the bars that a study was pointed at: one file, or every symbol of a folder in its longest time frame.</summary>
internal static class StudySeries
{
    /// <summary>Reads the series.</summary>
    /// <exception cref="InputException">Neither a file nor a folder was given, or both.</exception>
    /// <exception cref="DataProviderException">They cannot be read.</exception>
    public static async Task<IReadOnlyList<BarSeries>> LoadAsync(StudyOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (options.File is null == options.Data is null)
        {
            throw new InputException("file", options.File, "Give either --file with a CSV of bars or --data with a folder of them.");
        }

        return options.File is { } file
            ? [await LoadFileAsync(file, time, cancellationToken)]
            : await LoadFolderAsync(options.Data!, time, cancellationToken);
    }

    /// <summary>Bars of history before the first scored one: the regression's first fit and a year of outcomes to learn from.</summary>
    public const int WarmUp = 500;

    /// <summary>Reads the series and leaves out those of a folder that are too short to be scored.</summary>
    /// <returns>At least one series, and what was passed over.</returns>
    /// <exception cref="InputException">None is long enough.</exception>
    public static async Task<(IReadOnlyList<BarSeries> Used, IReadOnlyList<string> PassedOver)> LongEnoughAsync(
        StudyOptions options, TimeProvider time, IProgress<string> progress, CancellationToken cancellationToken)
    {
        const int Least = WarmUp + ForecastModel.RequiredBars;
        var used = new List<BarSeries>();
        var passedOver = new List<string>();
        foreach (var bars in await LoadAsync(options, time, cancellationToken))
        {
            if (options.Data is null || bars.Count >= Least)
            {
                used.Add(bars);
                continue;
            }

            passedOver.Add($"{bars.Symbol} ({bars.Count} bars)");
            progress.Report($"{bars.Symbol}: passed over, {bars.Count} bars");
        }

        return used.Count > 0
            ? (used, passedOver)
            : throw new InputException("data", options.Data, $"No series has {Least} bars, the least that can be scored.");
    }

    /// <summary>Index of the first bar that is scored, and one past the last.</summary>
    public static (int First, int End) Scored(BarSeries bars, StudyOptions options, int warmUp)
    {
        var first = warmUp;
        while (first < bars.Count && options.From is { } from && DateOnly.FromDateTime(bars[first].Time.UtcDateTime) < from)
        {
            first++;
        }

        var end = bars.Count;
        while (end > 0 && options.To is { } to && DateOnly.FromDateTime(bars[end - 1].Time.UtcDateTime) > to)
        {
            end--;
        }

        return first < end
            ? (first, end)
            : throw new InputException("from", options.From, $"{bars.Symbol} has no bars to score in that span after {warmUp} bars of history.");
    }

    private static async Task<BarSeries> LoadFileAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new InputException("file", file, "There is no such file.");
        }

        if (!CsvBarFile.TryReadName(file, out var symbol, out var timeframe))
        {
            throw new InputException("file", file, $"Name it {CsvBarFile.NameForm}.");
        }

        var provider = new CsvFolderProvider(Path.GetDirectoryName(Path.GetFullPath(file))!, time);
        return await provider.ReadAsync(new BarQuery(symbol, timeframe), cancellationToken);
    }

    private static async Task<IReadOnlyList<BarSeries>> LoadFolderAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        var provider = new CsvFolderProvider(folder, time);
        var series = new List<BarSeries>();
        foreach (var instrument in await provider.ListAsync(cancellationToken))
        {
            series.Add(await provider.ReadAsync(new BarQuery(instrument.Symbol, instrument.Timeframes[^1]), cancellationToken));
        }

        return series;
    }
}
