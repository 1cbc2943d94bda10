using System.CommandLine;
using AraWeb.Api.Contracts;

namespace AraWeb.Commands;

/// <summary><c>ara models verify</c>: reads every version's card and file and checks signatures and hashes; ends with 2 when one is refused.</summary>
internal static class ModelsVerifyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var json = ModelsCommand.Json();
        var command = new Command("verify", "Checks signature and hash of every version; ends with 2 when one is refused.") { json };
        command.SetAction((parsed, cancellationToken) => ModelsCommand.RunAsync(
            environment,
            registry =>
            {
                var entries = registry.Verify();
                var refused = entries.Where(entry => entry.Refusal is not null).ToArray();
                if (parsed.GetValue(json))
                {
                    environment.WriteJson(new { Sound = refused.Length == 0, Versions = entries.Count, Refused = refused.Select(ModelVersionContract.From) });
                }
                else
                {
                    if (refused.Length > 0)
                    {
                        environment.Tables().Write(ModelsText.Table(refused));
                    }

                    environment.Output.WriteLine(refused.Length == 0
                        ? $"Sound: {entries.Count} versions, every signature and hash is right."
                        : $"REFUSED: {refused.Length} of {entries.Count} versions. They are never loaded.");
                }

                return Task.FromResult(refused.Length == 0 ? ExitCodes.Done : ExitCodes.BadInput);
            },
            cancellationToken));
        return command;
    }
}
