using System.Text.Json.Nodes;
using AraWeb.Commands;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Store;
using AraWeb.Engine.Studies;
using AraWeb.Tests.Web.Api;
using Microsoft.Extensions.DependencyInjection;

namespace AraWeb.Tests.Web.Commands;

/// <summary>One run of the command line with captured streams, over a fake predictor that knows AAPL (ten days from Monday 2024-01-08 on) and BTCUSD.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">What went to standard output.</param>
/// <param name="Error">What went to standard error.</param>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>The output as the one JSON object that it has to be.</summary>
    public JsonNode Json => JsonNode.Parse(Output)!;

    /// <summary>Runs a command line.</summary>
    public static Task<CommandRun> StartAsync(params string[] args) => StartAsync(args, services: null, CancellationToken.None);

    /// <summary>Runs a command line with more fakes.</summary>
    public static async Task<CommandRun> StartAsync(string[] args, Action<IServiceCollection>? services, CancellationToken cancellationToken)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var folder = Directory.CreateTempSubdirectory("ara-command-");
        try
        {
            var environment = new CommandEnvironment(output, error, collection =>
            {
                collection.AddSingleton(new StoreDatabases(folder.FullName));
                collection.AddSingleton<IPredictor>(new FakePredictor(new MemoryBars()
                    .Add("AAPL", AssetClass.Stock, new DateOnly(2024, 1, 8), 10, "Apple")
                    .Add("BTCUSD", AssetClass.Crypto, new DateOnly(2024, 1, 1), 30)));
                services?.Invoke(collection);
            });
            var exitCode = await AraCommandLine.RunAsync(args, environment, cancellationToken);
            return new CommandRun(exitCode, output.ToString(), error.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A study that says what it was asked.</summary>
    internal sealed class EchoStudy : IStudy
    {
        public StudyKind Kind => StudyKind.Evaluate;

        public string Name => "echo";

        public string Summary => "Says what it was asked.";

        public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
        {
            progress.Report("working");
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            var asked = new JsonObject { ["file"] = options.File, ["from"] = options.From?.ToString("O"), ["horizon"] = options.Horizon };
            return new StudyReport(asked, [new StudyTable("What was asked [n = 1]", ["option", "value"], [["file", options.File ?? "none"]])]);
        }
    }
}
