using System.CommandLine;
using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Training;
using AraWeb.Engine.Training.Search;
using AraWeb.Hosting;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary><c>ara models search</c>: searches the settings of the learners within a budget; what is chosen, later trainings use.</summary>
internal static class ModelsSearchCommand
{
    private const string UsualBudget = "5m";
    private const int UsualSeed = 1;

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var data = new Option<string>("--data") { Description = "A folder of CSV files; all daily series count.", HelpName = "DIR", Required = true };
        var budget = new Option<string>("--budget")
        {
            Description = "No trial begins after so much time: 90s, 5m, 2h.", HelpName = "TIME", DefaultValueFactory = _ => UsualBudget,
        };
        var trials = new Option<int>("--trials") { Description = "New trials at most.", HelpName = "N", DefaultValueFactory = _ => int.MaxValue };
        var seed = new Option<int>("--seed") { Description = "Chance of the configurations.", HelpName = "N", DefaultValueFactory = _ => UsualSeed };
        var name = new Option<string>("--name") { Description = "Name of the model.", DefaultValueFactory = _ => ModelTraining.DefaultName };
        var json = ModelsCommand.Json();
        var command = new Command("search", "Searches the settings of the learners within a budget.") { data, budget, trials, seed, name, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(data),
            new SearchBudget(ParseTime(parsed.GetRequiredValue(budget)), Positive(parsed.GetValue(trials)), parsed.GetValue(seed)),
            parsed.GetRequiredValue(name), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    /// <summary>Reads a time like 90s, 5m or 2h.</summary>
    /// <exception cref="InputException">It is none.</exception>
    internal static TimeSpan ParseTime(string text)
    {
        var unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return unit > 0 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? TimeSpan.FromSeconds((double)number * unit)
            : throw new InputException("budget", text, "Give a whole number of seconds, minutes or hours: 90s, 5m, 2h.");
    }

    private static int Positive(int trials) => trials > 0 ? trials : throw new InputException("trials", trials, "Allow at least one.");

    private static async Task<int> RunAsync(
        string folder, SearchBudget budget, string name, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        using var keys = await services.ModelKeysAsync(cancellationToken);
        var time = services.GetRequiredService<TimeProvider>();
        var series = await DailySeries.ReadAsync(folder, time, cancellationToken);
        var progress = new LineProgress(environment.Error);
        var panel = PanelBuilder.Build(series, PanelSettings.Default, progress, cancellationToken);
        var ledger = new TrialLedger(services.ModelRegistry(keys).TrialsFile(name));
        var choices = new ParameterSearch(ledger, time)
            .Run(panel, ModelTraining.DataHash(series), LearnerSpace.All, budget, progress, cancellationToken);
        if (asJson)
        {
            environment.WriteJson(new
            {
                model = name,
                trials = ledger.Trials().Count,
                configurations = ledger.ConfigurationsSince(DateTimeOffset.MinValue),
                budgetSeconds = budget.Time.TotalSeconds,
                budget.Seed,
                choices = choices.Select(one => new
                {
                    one.Learner,
                    chosen = Trial.Describe(one.Values),
                    one.Best,
                    one.Gain,
                    Sharpe = Known(one.Sharpe),
                    Deflated = Known(one.Deflated),
                    one.Trials,
                }),
            });
        }
        else
        {
            Write(choices, ledger, environment);
        }

        return ExitCodes.Done;
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;

    private static void Write(IReadOnlyList<TrialChoice> choices, TrialLedger ledger, CommandEnvironment environment)
    {
        if (choices.Count == 0)
        {
            environment.Output.WriteLine("The budget was spent before any learner came to the last level. Run it again: it goes on from there.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).Title("Best configurations beside the usual settings, out of fold");
        table.AddColumns("Learner", "Best", "Gain", "Deflated", "Chosen");
        foreach (var one in choices)
        {
            table.AddRow(
                new Text(one.Learner), new Text(one.Best), new Text(one.Gain.ToString("E2", CultureInfo.InvariantCulture)),
                new Text(double.IsFinite(one.Deflated) ? one.Deflated.ToString("F3", CultureInfo.InvariantCulture) : "usual is better"),
                new Text(Trial.Describe(one.Values)));
        }

        environment.Tables().Write(table);
        environment.Output.WriteLine($"{ledger.ConfigurationsSince(DateTimeOffset.MinValue)} configurations tried so far; "
            + $"one is taken from a deflated probability of {ParameterSearch.Sure:F2} on.");
    }
}
