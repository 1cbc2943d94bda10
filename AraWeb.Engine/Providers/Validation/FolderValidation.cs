using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Local;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>Use case behind <c>ara data validate DIR</c>: examines every file of bars in a folder. Changes nothing.</summary>
public sealed class FolderValidation(TimeProvider timeProvider)
{
    /// <summary>Examines a folder.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="progress">Gets the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work between two files.</param>
    /// <exception cref="DataProviderException">The folder is missing, unreadable or holds no file of bars.</exception>
    public async ValueTask<ValidationReport> ValidateAsync(string folder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var provider = new CsvFolderProvider(folder, timeProvider);
        var files = CsvFolderIndex.Scan(folder);
        var reports = new List<BarFileReport>(files.Files.Count);
        foreach (var file in files.Files)
        {
            reports.Add(await provider.ExamineAsync(file.Symbol, file.Timeframe, cancellationToken).ConfigureAwait(false));
            progress.Report((double)reports.Count / files.Files.Count);
        }

        return new ValidationReport(folder, reports, files.Notices);
    }
}
