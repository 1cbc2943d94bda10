using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using AraWeb.Engine.Core;
using AraWeb.Engine.Studies;

namespace AraWeb.Commands;

/// <summary>
/// The <c>ara</c> command line: the same program as the dashboard, which is what it starts when no command is named. Builds the tree of commands and is the
/// edge at which every error becomes a message and an exit code.
/// </summary>
internal static class AraCommandLine
{
    private const string JsonSwitch = "--json";

    /// <summary>Runs the process's command line.</summary>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, new CommandEnvironment(Console.Out, Console.Error), CancellationToken.None);

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="environment">Where to write, and what to run on.</param>
    /// <param name="cancellationToken">Stops the command as Ctrl-C does.</param>
    /// <returns>An exit code, one of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        var errors = new CommandErrors(environment, args.Contains(JsonSwitch, StringComparer.Ordinal));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        try
        {
            var root = Root(args, environment);
            var parsed = root.Parse(args);
            if (parsed.Action is ParseErrorAction)
            {
                var code = errors.BadCommandLine(string.Join(' ', parsed.Errors.Select(error => error.Message)), "See what there is with --help.");
                await ShowHelpAsync(root, parsed.CommandResult, environment);
                return code;
            }

            return await parsed.InvokeAsync(Invocation(environment.Output, environment.Error), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return errors.Cancelled();
        }
        catch (AraException exception)
        {
            return errors.BadInput(exception);
        }
#pragma warning disable CA1031 // The edge of the process: a fault ends as a message and an exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return errors.Unexpected(exception);
        }
    }

    /// <summary>The tree of commands.</summary>
    internal static Command Root(string[] args, CommandEnvironment environment)
    {
        var root = new Command("ara", "Ara forecasts stocks, crypto and forex as distributions and keeps score. Without a command it serves the dashboard.")
        {
            new HelpOption(),
            new VersionOption(),
            PredictCommand.Create(environment),
            RegimeCommand.Create(environment),
            DataCommand.Create(environment),
            LedgerCommand.Create(environment),
            ModelsCommand.Create(environment),
            SentimentCommand.Create(environment),
            StudyCommands.Create("evaluate", StudyKind.Evaluate, "Measures how good the forecasts are.", args, environment),
            StudyCommands.Create("bench", StudyKind.Bench, "Measures how fast the program is.", args, environment),
            Features(args, environment),
            ServeCommand.Create(environment),
        };
        ServeCommand.MakeDefault(root, environment);
        return root;
    }

    private static Command Features(string[] args, CommandEnvironment environment)
    {
        var features = StudyCommands.Create("features", StudyKind.Features, "Lists and examines the indicators.", args, environment);
        features.Add(FeaturesCatalogueCommand.Create(environment));
        return features;
    }

    /// <summary>Shows the help of the command that was meant, on the error stream.</summary>
    private static async Task ShowHelpAsync(Command root, CommandResult meant, CommandEnvironment environment)
    {
        var words = new List<string> { "--help" };
        for (var result = meant; result.Parent is CommandResult parent; result = parent)
        {
            words.Insert(0, result.Command.Name);
        }

        await environment.Error.WriteLineAsync();
        await root.Parse(words).InvokeAsync(Invocation(environment.Error, environment.Error));
    }

    private static InvocationConfiguration Invocation(TextWriter output, TextWriter error) =>
        new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    /// <summary>The first signal asks the command to stop; a second one ends the process as usual.</summary>
    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        if (!stop.IsCancellationRequested)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }
}
