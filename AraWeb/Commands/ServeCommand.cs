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
        var data = new Option<string?>("--data") { Description = "Folder of CSV files whose bars are kept up to date.", HelpName = "DIR" };
        command.Add(url);
        command.Add(data);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(url), parsed.GetValue(data), environment, cancellationToken));
    }

    private static async Task<int> RunAsync(string? url, string? data, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (url is not null)
        {
            settings["Server:Url"] = url;
        }

        if (data is not null)
        {
            settings["Data:CsvFolder"] = Path.GetFullPath(data);
        }

        await using var application = new AraApplication(settings, builder => environment.ConfigureFirst?.Invoke(builder.Services));
        await application.StartAsync(CancellationToken.None);
        var warmUp = WarmUp.RunAsync(application.Url, cancellationToken);
        await application.WaitForShutdownAsync(cancellationToken);
        await warmUp;
        return ExitCodes.Done;
    }
}
