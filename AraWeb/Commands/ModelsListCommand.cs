using System.CommandLine;
using AraWeb.Api.Contracts;

namespace AraWeb.Commands;

/// <summary><c>ara models list</c>: all versions with their stage. Cards are checked, files are not read: that is what <c>verify</c> does.</summary>
internal static class ModelsListCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var json = ModelsCommand.Json();
        var command = new Command("list", "Lists the versions of all models.") { json };
        command.SetAction((parsed, cancellationToken) => ModelsCommand.RunAsync(
            environment,
            registry =>
            {
                var entries = registry.List();
                if (parsed.GetValue(json))
                {
                    environment.WriteJson(new { Models = entries.Select(ModelVersionContract.From) });
                }
                else if (entries.Count == 0)
                {
                    environment.Output.WriteLine("There are no models yet: training registers them, 'ara models import FILE' takes one in.");
                }
                else
                {
                    environment.Tables().Write(ModelsText.Table(entries));
                }

                return Task.FromResult(ExitCodes.Done);
            },
            cancellationToken));
        return command;
    }
}
