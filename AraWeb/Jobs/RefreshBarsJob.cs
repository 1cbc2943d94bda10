using AraWeb.Configuration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Transfer;
using AraWeb.Live;
using Microsoft.Extensions.Options;

namespace AraWeb.Jobs;

/// <summary>
/// Brings bars from the providers into the store and tells the pages. A configured CSV folder is imported as a whole when the program starts and whenever one
/// of its files changed, since an old bar may have been revised; otherwise only the newest bars are asked for.
/// </summary>
internal sealed class RefreshBarsJob(
    BarImport import, BarRefresh refresh, ILiveFeed feed, IOptions<ProvidersOptions> data, IOptions<JobsOptions> jobs, TimeProvider time) : IAraJob
{
    /// <summary>The job's name.</summary>
    public const string JobName = "refresh-bars";

    private int? _importedFiles;

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public string Description => "Fetches new bars from the data sources.";

    /// <inheritdoc/>
    public JobSchedule Schedule => JobSchedule.Every(jobs.Value.RefreshInterval);

    /// <inheritdoc/>
    public async Task<JobOutcome> RunAsync(JobContext context)
    {
        var progress = new BarProgress(context, time);
        var failures = new List<string>();
        var bars = 0L;
        var series = 0;
        var leftOut = 0;
        if (data.Value.CsvFolder is { } folder && FilesHash(folder) is var files && files != _importedFiles)
        {
            try
            {
                var report = await import.ImportAsync(folder, progress.Part(0, 0.9), context.CancellationToken);
                foreach (var written in report.Series.Where(one => one.Written > 0))
                {
                    Publish(Symbol.Parse(written.Symbol), Timeframes.Parse(written.Timeframe));
                    series++;
                }

                bars += report.Written;
                leftOut = report.Series.Sum(one => one.Dropped);
                failures.AddRange(report.Series.Where(one => one.Error is not null).Select(one => $"{one.Symbol} {one.Timeframe}: {one.Error}"));
                _importedFiles = files;
            }
            catch (DataProviderException error)
            {
                // The words in which the refresh below would say the same of its CSV provider; the other providers go on.
                failures.Add($"csv: {error.Message} {error.Advice}");
            }
        }

        var refreshed = await refresh.RefreshAsync(progress.Part(data.Value.CsvFolder is null ? 0 : 0.9, 1), context.CancellationToken);
        foreach (var changed in refreshed.Changed)
        {
            Publish(changed.Symbol, changed.Timeframe);
            bars += changed.Count;
            series++;
        }

        failures.AddRange(refreshed.Failures.Except(failures, StringComparer.Ordinal));
        var fallbacks = refreshed.Fallbacks.Count > 0 ? " " + string.Join(' ', refreshed.Fallbacks) : string.Empty;
        var outcome = series == 0 && leftOut == 0 ? JobOutcome.Nothing : JobOutcome.Done(Message(bars, series, leftOut) + fallbacks);
        return outcome.With(failures);
    }

    private static string Message(long bars, int series, int leftOut)
    {
        var done = $"{bars} {(bars == 1 ? "bar" : "bars")} of {series} series.";
        return leftOut == 0
            ? done
            : $"{done} {leftOut} {(leftOut == 1 ? "row was" : "rows were")} left out as no price: 'ara data validate DIR' lists them.";
    }

    private void Publish(Symbol symbol, Timeframe timeframe) => feed.Publish(new Change(ChangeKind.Bars, symbol, timeframe, time.GetUtcNow()));

    /// <summary>Changes when a CSV file is added, removed or written.</summary>
    private static int FilesHash(string folder)
    {
        var hash = default(HashCode);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.csv", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal))
        {
            hash.Add(file.FullName, StringComparer.Ordinal);
            hash.Add(file.Length);
            hash.Add(file.LastWriteTimeUtc);
        }

        return hash.ToHashCode();
    }
}
