using System.CommandLine;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Training;
using AraWeb.Hosting;
using Symbol = AraWeb.Engine.Core.Symbol;

namespace AraWeb.Commands;

/// <summary><c>ara models retrain</c>: trains the pooled model on the daily series of the store, at once, and says whether it goes live and why.</summary>
internal static class ModelsRetrainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var simulated = Simulated();
        var json = ModelsCommand.Json();
        var command = new Command("retrain", "Trains the pooled model on the store's daily series.") { simulated, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(simulated), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    /// <summary>The option that takes the invented market in place of real prices.</summary>
    internal static Option<bool> Simulated() =>
        new("--simulated") { Description = $"Take the simulated market, whose model is '{ModelTraining.SimulatedName}', in place of real prices." };

    private static async Task<int> RunAsync(bool isSimulated, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        using var keys = await services.ModelKeysAsync(cancellationToken);
        var retraining = new Retraining(
            services.GetRequiredService<IBarStore>(), services.ModelRegistry(keys), ForecasterCatalog.Learners, services.GetRequiredService<TimeProvider>());
        var outcome = await retraining.RunAsync(
            new RetrainingRequest(new HashSet<Symbol>(), isSimulated, OlderThan: null, Environment.ProcessorCount),
            new StepLines(environment.Error),
            cancellationToken);
        if (outcome.Training is not { } training)
        {
            throw new ModelException(outcome.Message, "Import longer daily series with 'ara data import DIR', or train on a folder with 'ara models train'.");
        }

        if (asJson)
        {
            environment.WriteJson(ModelVersionContract.From(training.Card, training.WentLive ? ModelStage.Live : ModelStage.Candidate));
        }
        else
        {
            environment.Output.WriteLine(outcome.Message);
        }

        return ExitCodes.Done;
    }
}
