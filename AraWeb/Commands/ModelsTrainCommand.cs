using System.CommandLine;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Models;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Training;
using AraWeb.Hosting;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary>
/// <c>ara models train</c>: trains the pooled model on a folder of daily series, registers it, and says whether it goes live and why.
/// </summary>
internal static class ModelsTrainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var data = new Option<string>("--data") { Description = "A folder of CSV files; all daily series count.", HelpName = "DIR", Required = true };
        var name = new Option<string>("--name") { Description = "Name of the model.", DefaultValueFactory = _ => ModelTraining.DefaultName };
        var json = ModelsCommand.Json();
        var command = new Command("train", "Trains the pooled model; it goes live only if it beats the drift and the version in use.") { data, name, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(name), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string name, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        using var keys = await services.ModelKeysAsync(cancellationToken);
        var series = await DailySeries.ReadAsync(folder, services.GetRequiredService<TimeProvider>(), cancellationToken);
        var outcome = new ModelTraining(services.ModelRegistry(keys)).Train(
            new TrainingOrder(name, series, PanelSettings.Default, ForecasterCatalog.Learners, IsSimulated: false, TrainingOrder.AskedFor),
            new LineProgress(environment.Error),
            cancellationToken);
        if (asJson)
        {
            environment.WriteJson(ModelVersionContract.From(outcome.Card, outcome.WentLive ? ModelStage.Live : ModelStage.Candidate));
        }
        else
        {
            Write(outcome, environment);
        }

        return ExitCodes.Done;
    }

    private static void Write(TrainingOutcome outcome, CommandEnvironment environment)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Squared error beside the drift, on the last days, which no fit had seen");
        table.AddColumn("Bars ahead");
        foreach (var head in (IEnumerable<string>)["Skill", "95 % interval", "p", "Over nothing", "n", "days"])
        {
            table.AddColumn(new TableColumn(head).RightAligned());
        }

        foreach (var score in outcome.Trained.Holdout)
        {
            table.AddRow(
                $"{score.Horizon}", $"{score.Skill.Estimate:P3}", $"{score.Skill.Lower:P3} to {score.Skill.Upper:P3}", $"{score.P:F3}",
                $"{score.SkillOverNothing:P3}", $"{score.Count:N0}", $"{score.Days:N0}");
        }

        environment.Tables().Write(table);
        foreach (var failure in outcome.Trained.Failures)
        {
            environment.Output.WriteLine($"Note: {failure}");
        }

        environment.Output.WriteLine($"{outcome.Card.Id} version {outcome.Card.Version}, {outcome.Trained.Rows:N0} rows to {outcome.Card.Model.DataTo:O}: "
            + (outcome.WentLive ? "live. " : "kept as a candidate. ") + outcome.Reason);
    }
}
