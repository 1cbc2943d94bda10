using System.CommandLine;
using System.Globalization;
using AraWeb.Engine.Providers.Validation;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary>
/// <c>ara data validate DIR</c>: a report of bad bars. Ends with "bad input" when there is something to mend: a file that cannot be used, rows that were left
/// out or put right, a split that nobody adjusted. What is only odd, a gap or an outlier, does not fail it.
/// </summary>
internal static class DataValidateCommand
{
    /// <summary>Defects shown for people; all of them are in the JSON.</summary>
    private const int ShownDefects = 25;

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var folder = Words.Argument("DIR", "Folder of CSV files.");
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables." };
        var command = new Command("validate", "Reports bad bars in a folder of CSV files, and changes nothing.") { folder, json };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        var validation = new FolderValidation(services.GetRequiredService<TimeProvider>());
        var report = await validation.ValidateAsync(Path.GetFullPath(folder), new ShareProgress(environment.Error, "Checked"), cancellationToken);
        if (asJson)
        {
            environment.WriteJson(report);
        }
        else
        {
            Write(report, environment.Tables());
        }

        return NeedsMending(report) ? ExitCodes.BadInput : ExitCodes.Done;
    }

    private static bool NeedsMending(ValidationReport report) => report.Unusable + report.Dropped + report.Repaired + Splits(report) > 0;

    private static int Splits(ValidationReport report) =>
        report.Files.Sum(file => file.Counts.Where(count => count.Kind == DefectKind.LikelySplit).Sum(count => count.Count));

    private static void Write(ValidationReport report, IAnsiConsole console)
    {
        var files = Table("File", "Symbol", "Span", "Rows", "Kept", "Dropped", "Repaired", "Suspicious", "First", "Last");
        foreach (var file in report.Files)
        {
            files.AddRow(Cells(
                file.File, file.Symbol, file.Timeframe, Number(file.Rows), Number(file.Kept), Number(file.Dropped), Number(file.Repaired),
                Number(file.Suspicious), Day(file.First), Day(file.Last)));
        }

        console.Write(files);
        var defects = report.Files.SelectMany(file => file.Defects.Select(defect => (file.File, Defect: defect)))
            .OrderBy(found => found.Defect.Severity).ThenByDescending(found => found.Defect.Kind == DefectKind.LikelySplit).ToList();
        if (defects.Count > 0)
        {
            var shown = Table("File", "Line", "What was done", "Defect");
            foreach (var (file, defect) in defects.Take(ShownDefects))
            {
                shown.AddRow(Cells(file, Number(defect.Row), Treatment(defect.Severity), defect.Message));
            }

            console.Write(shown);
            if (defects.Count > ShownDefects)
            {
                console.WriteLine($"{defects.Count - ShownDefects} more: --json lists them.");
            }
        }

        foreach (var file in report.Files.Where(file => file.Error is not null))
        {
            console.WriteLine($"{file.File} cannot be used: {file.Error}");
        }

        foreach (var notice in report.Notices)
        {
            console.WriteLine(notice);
        }

        console.WriteLine(
            $"{Count(report.Files.Count, "file")}, {Count(report.Rows, "row")}: {report.Dropped} dropped, {report.Repaired} repaired, "
            + $"{report.Suspicious} to look at, {Count(report.Unusable, "file")} cannot be used.");
        if (NeedsMending(report))
        {
            console.WriteLine(
                "Mend the files: Ara works without the rows that are left out and with those that are put right, and takes a split for a move of the market.");
        }
    }

    private static Table Table(params ReadOnlySpan<string> heads)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var head in heads)
        {
            var column = new TableColumn(head);
            table.AddColumn(head is "Rows" or "Kept" or "Dropped" or "Repaired" or "Suspicious" or "Line" ? column.RightAligned() : column);
        }

        return table;
    }

    private static string Count(long count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    private static string[] Cells(params string[] texts) => [.. texts.Select(Markup.Escape)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    private static string Treatment(DefectSeverity severity) => severity switch
    {
        DefectSeverity.Dropped => "left out",
        DefectSeverity.Repaired => "put right",
        _ => "kept, look at it",
    };
}
