using System.CommandLine;
using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Registry;
using AraWeb.Hosting;

namespace AraWeb.Commands;

/// <summary><c>ara models</c>: the group of commands about versions of models. A model that is refused ends a command with 2 and says why.</summary>
internal static class ModelsCommand
{
    /// <summary>Makes the group.</summary>
    public static Command Create(CommandEnvironment environment) => new("models", "Lists, checks and moves versions of models.")
    {
        ModelsTrainCommand.Create(environment),
        ModelsSearchCommand.Create(environment),
        ModelsRetrainCommand.Create(environment),
        ModelsDriftCommand.Create(environment),
        ModelsExplainCommand.Create(environment),
        ModelsListCommand.Create(environment),
        ModelsShowCommand.Create(environment),
        ModelsCompareCommand.Create(environment),
        ModelsVerifyCommand.Create(environment),
        ModelsPromoteCommand.Create(environment),
        ModelsRollbackCommand.Create(environment),
        ModelsImportCommand.Create(environment),
        ModelsExportCommand.Create(environment),
    };

    /// <summary>Runs work on the registry.</summary>
    internal static async Task<int> RunAsync(CommandEnvironment environment, Func<ModelRegistry, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        using var keys = await services.ModelKeysAsync(cancellationToken);
        return await work(services.ModelRegistry(keys));
    }

    /// <summary>The argument that names a model.</summary>
    internal static Argument<string> Id() => Words.Argument("ID", "Name of the model, as 'ara models list' shows it.");

    /// <summary>The option that asks for JSON.</summary>
    internal static Option<bool> Json() => new("--json") { Description = "Print one JSON object instead of words." };

    /// <summary>The option that names a version.</summary>
    internal static Option<int?> Version() => new("--version-number", "-n") { Description = "The version; without it the one in use.", HelpName = "N" };

    /// <summary>Reads a version that stands as a word.</summary>
    /// <exception cref="InputException">It is no number.</exception>
    internal static int ParseVersion(string text) =>
        int.TryParse(text.AsSpan().TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new InputException("version", text, "Give the number that 'ara models list' shows, for example 3.");

    /// <summary>The version asked for, else the one in use.</summary>
    /// <exception cref="InputException">None is in use.</exception>
    internal static int Choose(ModelRegistry registry, string id, int? version) => version ?? registry.Live(id)?.Version
        ?? throw new InputException("id", id, "No version of it is in use: name one with --version-number; 'ara models list' shows what there is.");
}
