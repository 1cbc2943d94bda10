using System.CommandLine;
using AraWeb.Hosting;

namespace AraWeb.Commands;

/// <summary><c>ara serve</c>: the dashboard, the API and the jobs, until it is stopped.</summary>
internal static class ServeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var command = new Command("serve", "Serves the dashboard and the API on this machine (the default).");
        MakeDefault(command, environment);
        return command;
    }

    /// <summary>Gives a command the options and the action of serving.</summary>
    public static void MakeDefault(Command command, CommandEnvironment environment)
    {
        var url = new Option<string?>("--url") { Description = "Address to listen on, loopback only. Default: http://localhost:5080.", HelpName = "URL" };
        command.Add(url);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(url), environment, cancellationToken));
    }

    private static async Task<int> RunAsync(string? url, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (url is not null)
        {
            settings["Server:Url"] = url;
        }

        await using var application = new AraApplication(settings, builder => environment.ConfigureFirst?.Invoke(builder.Services));
        await application.StartAsync(cancellationToken);
        await application.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }
}
