using System.CommandLine;
using System.Globalization;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Registry;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary><c>ara models compare ID FIRST SECOND</c>: figures, features and settings of two versions beside each other.</summary>
internal static class ModelsCompareCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var (id, json) = (ModelsCommand.Id(), ModelsCommand.Json());
        var first = Words.Argument("FIRST", "The one version.");
        var second = Words.Argument("SECOND", "The other version.");
        var command = new Command("compare", "Shows what differs between two versions.") { id, first, second, json };
        command.SetAction((parsed, cancellationToken) => ModelsCommand.RunAsync(
            environment,
            registry =>
            {
                var one = ModelsCommand.ParseVersion(parsed.GetRequiredValue(first));
                var other = ModelsCommand.ParseVersion(parsed.GetRequiredValue(second));
                var found = registry.Compare(parsed.GetRequiredValue(id), one, other);
                if (parsed.GetValue(json))
                {
                    environment.WriteJson(Contract(found));
                }
                else
                {
                    Write(found, environment.Tables());
                }

                return Task.FromResult(ExitCodes.Done);
            },
            cancellationToken));
        return command;
    }

    private static object Contract(ModelComparison found) => new
    {
        found.First.Id,
        First = found.First.Version,
        Second = found.Second.Version,
        Metrics = found.Metrics.Select(metric => new
        {
            metric.Name,
            metric.Horizon,
            First = metric.First is null ? null : ModelMetricContract.From(metric.First),
            Second = metric.Second is null ? null : ModelMetricContract.From(metric.Second),
            metric.IsOpen,
        }),
        found.FeaturesAdded,
        found.FeaturesRemoved,
        found.SettingsChanged,
    };

    private static void Write(ModelComparison found, IAnsiConsole console)
    {
        var (one, other) = ($"version {found.First.Version}", $"version {found.Second.Version}");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Figure", "Bars", one, other, "Told apart");
        foreach (var metric in found.Metrics)
        {
            table.AddRow(
                new Text(metric.Name),
                new Text(metric.Horizon.ToString(CultureInfo.InvariantCulture)),
                new Text(Figure(metric.First)),
                new Text(Figure(metric.Second)),
                new Text(metric.IsOpen ? "no" : "yes"));
        }

        console.Write(table);
        console.WriteLine($"Features only in {other}: {Names(found.FeaturesAdded)}. Only in {one}: {Names(found.FeaturesRemoved)}.");
        console.WriteLine($"Settings that differ: {Names(found.SettingsChanged)}.");
        console.WriteLine("Each version was measured on its own rows; where intervals meet, the figures do not tell them apart.");
    }

    private static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);

    private static string Figure(ModelMetric? metric) => metric is null
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"{metric.Value:G4} [{metric.Lower:G4} to {metric.Upper:G4}], n = {metric.Count}");
}
