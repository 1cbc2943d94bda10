using System.CommandLine;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Training;

namespace AraWeb.Commands;

/// <summary><c>ara models show ID</c>: the card of a version and the stages it took.</summary>
internal static class ModelsShowCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var (id, version, json) = (ModelsCommand.Id(), ModelsCommand.Version(), ModelsCommand.Json());
        var command = new Command("show", "Prints the card of a version: data, features, figures, stages.") { id, version, json };
        command.SetAction((parsed, cancellationToken) => ModelsCommand.RunAsync(
            environment,
            registry =>
            {
                var name = parsed.GetRequiredValue(id);
                var card = registry.Card(name, ModelsCommand.Choose(registry, name, parsed.GetValue(version)));
                var stages = registry.Stages(name);
                if (parsed.GetValue(json))
                {
                    var changes = stages.Changes.Where(change => change.Version == card.Version);
                    environment.WriteJson(new { Model = ModelVersionContract.From(card, stages.Of(card.Version)), Stages = changes });
                }
                else
                {
                    Write(card, stages, environment.Output);
                }

                return Task.FromResult(ExitCodes.Done);
            },
            cancellationToken));
        return command;
    }

    private static void Write(ModelCard card, ModelStages stages, TextWriter output)
    {
        var model = card.Model;
        string[] lines =
        [
            $"{card.Id} version {card.Version}: {ModelsText.Stage(stages.Of(card.Version))}, a {model.Family} model ({model.Format}), {card.FileLength} bytes.",
            $"Registered {ModelsText.Time(card.Created)}, made from {(model.ParentVersion is { } parent ? $"version {parent}" : "no other version")}.",
            $"Learned from {model.DataRows} rows, {model.DataFrom:yyyy-MM-dd} to {model.DataTo:yyyy-MM-dd}, data {model.DataHash}.",
            $"Forecasts {model.Target}, {string.Join(", ", model.Horizons)} bars ahead. Configurations tried: {model.Trials}.",
            $"{model.FeatureNames.Count} features ({card.FeatureHash}): {string.Join(", ", model.FeatureNames)}.",
            $"File {card.FileHash}.",
            .. model.Metrics.Select(metric => $"  {ModelsText.Figure(metric)}"),
            .. model.Settings.Where(setting => setting.Key != PanelReference.Key).OrderBy(setting => setting.Key, StringComparer.Ordinal)
                .Select(setting => $"  {setting.Key} = {setting.Value}"),
            .. stages.Changes.Where(change => change.Version == card.Version)
                .Select(change => $"  {ModelsText.Time(change.At)} {ModelsText.Stage(change.Stage)}: {change.Reason}"),
        ];
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }
    }
}
