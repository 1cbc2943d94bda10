using System.CommandLine;
using System.Globalization;
using AraWeb.Engine.Providers.Transfer;
using AraWeb.Hosting;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary>
/// <c>ara data import DIR</c>: takes the bars of a folder into the program's own data. Ends with "bad input" when a file could not be used; the others are
/// imported all the same.
/// </summary>
internal static class DataImportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var folder = Words.Argument("DIR", "Folder of CSV files.");
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var command = new Command("import", "Takes the bars of a folder of CSV files into Ara's own data.") { folder, json };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        var report = await services.GetRequiredService<BarImport>()
            .ImportAsync(Path.GetFullPath(folder), new ShareProgress(environment.Error, "Imported"), cancellationToken);
        if (asJson)
        {
            environment.WriteJson(report);
        }
        else
        {
            Write(report, environment.Tables());
        }

        return report.Failed == 0 ? ExitCodes.Done : ExitCodes.BadInput;
    }

    private static void Write(ImportReport report, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("Symbol", "Span");
        foreach (var head in (ReadOnlySpan<string>)["Bars", "New or revised", "Dropped", "Repaired", "Suspicious"])
        {
            table.AddColumn(new TableColumn(head).RightAligned());
        }

        foreach (var series in report.Series.Where(series => series.Error is null))
        {
            table.AddRow(
                Markup.Escape(series.Symbol), series.Timeframe, Number(series.Read), Number(series.Written), Number(series.Dropped), Number(series.Repaired),
                Number(series.Suspicious));
        }

        console.Write(table);
        foreach (var series in report.Series.Where(series => series.Error is not null))
        {
            console.WriteLine($"{series.Symbol} {series.Timeframe} was not imported: {series.Error}");
        }

        foreach (var notice in report.Notices)
        {
            console.WriteLine(notice);
        }

        console.WriteLine($"{report.Series.Count} series, {report.Read} bars read, {report.Written} new or revised, {report.Failed} series not imported.");
        if (report.Series.Any(series => series.Dropped + series.Repaired > 0))
        {
            console.WriteLine("Some rows were left out or put right: 'ara data validate DIR' lists them.");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
