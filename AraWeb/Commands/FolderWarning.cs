using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Local;

namespace AraWeb.Commands;

/// <summary>Says what of a CSV file a command did not see as it stands there; in the program's own data an import has said it.</summary>
internal static class FolderWarning
{
    /// <summary>Writes a warning when rows were left out or put right; nothing otherwise.</summary>
    public static async Task WriteAsync(
        CsvFolderProvider provider, Symbol symbol, Timeframe timeframe, string folder, TextWriter error, CancellationToken cancellationToken)
    {
        var report = await provider.ExamineAsync(symbol, timeframe, cancellationToken);
        if (report.Dropped + report.Repaired > 0)
        {
            await error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"ara: Of {report.Rows} rows in {report.File} {report.Dropped} were left out and {report.Repaired} put right.\n"
                + $"'ara data validate {folder}' lists them; mend the file to have them all count."));
        }
    }
}
