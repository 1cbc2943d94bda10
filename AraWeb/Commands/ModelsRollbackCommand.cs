using System.CommandLine;

namespace AraWeb.Commands;

/// <summary><c>ara models rollback ID</c>: brings the previous version back into use and retires the one in use.</summary>
internal static class ModelsRollbackCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var (id, json) = (ModelsCommand.Id(), ModelsCommand.Json());
        var reason = new Option<string>("--reason") { Description = "Why, for the record.", DefaultValueFactory = _ => "Rolled back on the command line." };
        var command = new Command("rollback", "Brings the previous version back into use.") { id, reason, json };
        command.SetAction((parsed, cancellationToken) => ModelsCommand.RunAsync(
            environment,
            registry =>
            {
                var name = parsed.GetRequiredValue(id);
                ModelsPromoteCommand.Write(name, registry.Rollback(name, parsed.GetRequiredValue(reason)), parsed.GetValue(json), environment);
                return Task.FromResult(ExitCodes.Done);
            },
            cancellationToken));
        return command;
    }
}
