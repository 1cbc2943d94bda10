using System.CommandLine;
using System.Globalization;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Models;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Training;
using AraWeb.Hosting;
using Spectre.Console;
using Symbol = AraWeb.Engine.Core.Symbol;

namespace AraWeb.Commands;

/// <summary><c>ara models drift</c>: holds the store's newest bars against the training of the version in use: its features and its score.</summary>
internal static class ModelsDriftCommand
{
    private const int Shown = 12;

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var simulated = ModelsRetrainCommand.Simulated();
        var json = ModelsCommand.Json();
        var command = new Command("drift", "Shows how far the newest bars have moved from the training of the version in use.") { simulated, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(simulated), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool isSimulated, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        using var keys = await services.ModelKeysAsync(cancellationToken);
        var retraining = new Retraining(
            services.GetRequiredService<IBarStore>(), services.ModelRegistry(keys), ForecasterCatalog.Learners, services.GetRequiredService<TimeProvider>());
        var report = await retraining.DriftAsync(new HashSet<Symbol>(), isSimulated, new LineProgress(environment.Error), cancellationToken);
        if (asJson)
        {
            environment.WriteJson(Contract(report));
        }
        else
        {
            Write(report, environment);
        }

        return ExitCodes.Done;
    }

    private static object Contract(DriftReport report) => new
    {
        report.Through,
        hasDrifted = report.Reason is not null,
        report.Reason,
        meanIndex = Known(report.MeanIndex),
        report.LargestMean,
        report.Stretches,
        Features = report.Features.Select(one => new { one.Feature, Index = Known(one.Index), one.Largest, one.HasMoved }),
        Scores = report.Scores.Select(one => new { one.Horizon, one.Count, one.Days, Skill = Known(one.Skill), Card = Known(one.Card), one.HasDecayed }),
    };

    private static double? Known(double value) => double.IsFinite(value) ? value : null;

    private static object? Known(IntervalEstimate one) => double.IsFinite(one.Estimate) ? new { one.Estimate, one.Lower, one.Upper } : null;

    private static void Write(DriftReport report, CommandEnvironment environment)
    {
        var console = environment.Tables();
        var features = new Table().Border(TableBorder.Rounded).Title($"Features of the last {PanelReference.StretchDays} days against the training");
        features.AddColumns("Feature", "Stability index", $"Largest of {report.Stretches} quarters before", "Moved");
        foreach (var one in report.Features.OrderByDescending(one => one.Index / one.Largest).Take(Shown))
        {
            features.AddRow(new Text(one.Feature), Figure(one.Index), Figure(one.Largest), new Text(one.HasMoved ? "YES" : "no"));
        }

        features.AddRow(new Text($"(mean of {report.Features.Count})"), Figure(report.MeanIndex), Figure(report.LargestMean), new Text(string.Empty));
        console.Write(features);
        var scores = new Table().Border(TableBorder.Rounded).Title("Skill over the drift baseline since the training");
        scores.AddColumns("Bars ahead", "Days", "Skill since", "Skill on the card", "Decayed");
        foreach (var one in report.Scores)
        {
            scores.AddRow($"{one.Horizon}", $"{one.Days}", Interval(one.Skill), Interval(one.Card), one.HasDecayed ? "YES" : "no");
        }

        console.Write(scores);
        environment.Output.WriteLine(report.Reason is { } reason ? $"Drifted: {reason}." : "Nothing has drifted.");
    }

    private static Text Figure(double value) => new(value.ToString("F3", CultureInfo.InvariantCulture));

    private static string Interval(IntervalEstimate one) => double.IsFinite(one.Estimate)
        ? string.Create(CultureInfo.InvariantCulture, $"{one.Estimate:P2} ({one.Lower:P2} to {one.Upper:P2})")
        : "too few days";
}
