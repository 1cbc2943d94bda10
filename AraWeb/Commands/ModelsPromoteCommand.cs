using System.CommandLine;
using AraWeb.Engine.Registry;

namespace AraWeb.Commands;

/// <summary><c>ara models promote ID VERSION</c>: brings a version into use; the one before can be had back by a rollback.</summary>
internal static class ModelsPromoteCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var (id, json) = (ModelsCommand.Id(), ModelsCommand.Json());
        var version = Words.Argument("VERSION", "The version to bring into use.");
        var reason = new Option<string>("--reason") { Description = "Why, for the record.", DefaultValueFactory = _ => "Promoted on the command line." };
        var command = new Command("promote", "Brings a version into use.") { id, version, reason, json };
        command.SetAction((parsed, cancellationToken) => ModelsCommand.RunAsync(
            environment,
            registry =>
            {
                var name = parsed.GetRequiredValue(id);
                var stages = registry.Promote(name, ModelsCommand.ParseVersion(parsed.GetRequiredValue(version)), parsed.GetRequiredValue(reason));
                Write(name, stages, parsed.GetValue(json), environment);
                return Task.FromResult(ExitCodes.Done);
            },
            cancellationToken));
        return command;
    }

    /// <summary>Says what is in use now.</summary>
    internal static void Write(string id, ModelStages stages, bool asJson, CommandEnvironment environment)
    {
        var (live, previous) = (stages.Holder(ModelStage.Live), stages.Holder(ModelStage.Previous));
        if (asJson)
        {
            environment.WriteJson(new { Id = id, Live = live, Previous = previous });
        }
        else
        {
            environment.Output.WriteLine(previous is null
                ? $"{id}: version {live} is in use; there is none to roll back to."
                : $"{id}: version {live} is in use; 'ara models rollback {id}' brings version {previous} back.");
        }
    }
}
