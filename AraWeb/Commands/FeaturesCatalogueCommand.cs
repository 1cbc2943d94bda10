using System.CommandLine;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Features;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary><c>ara features catalogue</c>: every indicator with parameters, lines and source, as a table, JSON or the page of the documentation.</summary>
internal static class FeaturesCatalogueCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var markdown = new Option<bool>("--markdown") { Description = "Print the page of the documentation." };
        var command = new Command("catalogue", "Lists the indicators with parameters, warm-up, range and source.") { json, markdown };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(markdown))
            {
                environment.Output.Write(CataloguePage.Text());
            }
            else if (parsed.GetValue(json))
            {
                var all = IndicatorCatalog.All.Select(IndicatorContract.From).ToList();
                environment.WriteJson(new IndicatorList(all, all.Count));
            }
            else
            {
                environment.Tables().Write(Table());
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Table Table()
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var head in new[] { "Id", "Name", "Family", "Parameters", "Lines", "Warm-up" })
        {
            table.AddColumn(head);
        }

        foreach (var spec in IndicatorCatalog.All)
        {
            table.AddRow(
                new Text(spec.Id),
                new Text(spec.Name),
                new Text(spec.Family.ToString().ToLowerInvariant()),
                new Text(CataloguePage.Parameters(spec)),
                new Text(string.Join(", ", spec.Outputs.Select(output => output.Name))),
                new Text(CataloguePage.Warmup(spec)));
        }

        return table;
    }
}
