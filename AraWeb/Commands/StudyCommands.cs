using System.CommandLine;
using System.Globalization;
using AraWeb.Api;
using AraWeb.Engine.Core;
using AraWeb.Engine.Studies;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary>
/// <c>ara evaluate NAME</c>, <c>ara bench NAME</c> and <c>ara features NAME</c>, one subcommand per registered study.
/// Studies are asked for only when their command is named, so that
/// other commands start without them.
/// </summary>
internal static class StudyCommands
{
    /// <summary>Makes one of the two commands.</summary>
    /// <param name="name">The word on the command line.</param>
    /// <param name="kind">The studies that belong to it.</param>
    /// <param name="summary">One line for the help.</param>
    /// <param name="args">The command line, to see whether the command is named.</param>
    /// <param name="environment">Where to write, and what to run on.</param>
    public static Command Create(string name, StudyKind kind, string summary, string[] args, CommandEnvironment environment)
    {
        var command = new Command(name, summary);
        if (args is [var first, ..] && string.Equals(first, name, StringComparison.Ordinal))
        {
            using var services = environment.Services([]);
            foreach (var study in Studies(services, kind).OrderBy(study => study.Name, StringComparer.Ordinal))
            {
                command.Add(CreateOne(study, environment));
            }
        }

        return command;
    }

    private static Command CreateOne(IStudy study, CommandEnvironment environment)
    {
        var file = new Option<string?>("--file") { Description = "One CSV file of bars.", HelpName = "FILE" };
        var data = new Option<string?>("--data") { Description = "A folder of CSV files.", HelpName = "DIR" };
        var from = new Option<string?>("--from") { Description = "First day that is scored.", HelpName = "DATE" };
        var to = new Option<string?>("--to") { Description = "Last day that is scored.", HelpName = "DATE" };
        var horizon = new Option<string?>("--horizon") { Description = "Bars ahead, where the study lets it be chosen.", HelpName = "N" };
        var ends = new Option<string?>("--ends") { Description = "A file with the last day of each round, one ISO date a line.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables." };
        var command = new Command(study.Name, study.Summary) { file, data, from, to, horizon, ends, json };
        var (kind, name) = (study.Kind, study.Name);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            kind,
            name,
            new StudyOptions(
                parsed.GetValue(file),
                parsed.GetValue(data),
                TimeText.Date("from", parsed.GetValue(from)),
                TimeText.Date("to", parsed.GetValue(to)),
                ParseHorizon(parsed.GetValue(horizon)))
            {
                Ends = parsed.GetValue(ends),
            },
            parsed.GetValue(json),
            environment,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        StudyKind kind, string name, StudyOptions options, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        var study = Studies(services, kind).Single(study => string.Equals(study.Name, name, StringComparison.Ordinal));
        var report = await study.RunAsync(options, new LineProgress(environment.Error), cancellationToken);
        if (asJson)
        {
            environment.WriteJson(report.Json);
            return Code(report);
        }

        var console = environment.Tables();
        foreach (var table in report.Tables)
        {
            console.WriteLine(table.Title);
            console.Write(Draw(table));
        }

        return Code(report);
    }

    private static int Code(StudyReport report) => report.HasFailed ? ExitCodes.Failed : ExitCodes.Done;

    private static IEnumerable<IStudy> Studies(IServiceProvider services, StudyKind kind) =>
        services.GetServices<IStudy>().Where(study => study.Kind == kind);

    private static int? ParseHorizon(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bars)
            ? new Horizon(bars).Bars
            : throw new InputException("horizon", text, $"Write a whole number from {Horizon.Min} to {Horizon.Max}.");
    }

    private static Table Draw(StudyTable study)
    {
        var table = new Table().Border(TableBorder.Rounded);
        for (var i = 0; i < study.Columns.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(study.Columns[i]));
            table.AddColumn(i == 0 ? column.LeftAligned() : column.RightAligned());
        }

        foreach (var row in study.Rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        return table;
    }
}
