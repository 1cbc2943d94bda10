using System.CommandLine;
using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Sentiment;
using AraWeb.Engine.Sentiment.Learned;
using AraWeb.Engine.Sentiment.Rules;
using AraWeb.Hosting;

namespace AraWeb.Commands;

/// <summary><c>ara sentiment score TEXT</c>: judges a text by the rules, or by a scorer that was trained.</summary>
internal static class SentimentScoreCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var text = Words.Argument("TEXT", "What is to be judged, in quotes.");
        var scorer = new Option<string>("--scorer") { Description = "A file that 'ara sentiment train' wrote; the rules without.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("score", "Judges a text.") { text, scorer, json };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(text), parsed.GetValue(scorer), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string text, string? file, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        var scorer = file is null ? new RuleScorer() : await LoadAsync(file, environment, cancellationToken);
        var opinion = scorer.Score(text);
        if (asJson)
        {
            environment.WriteJson(new { scorer = scorer.Id, score = opinion.Score, @class = opinion.Class });
        }
        else
        {
            environment.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{opinion.Class} ({opinion.Score:+0.00;-0.00;0.00}) by {scorer.Id}"));
        }

        return ExitCodes.Done;
    }

    private static async Task<ISentimentScorer> LoadAsync(string file, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new InputException("scorer", file, "Name a file that 'ara sentiment train' wrote.");
        }

        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        using var keys = await services.ModelKeysAsync(cancellationToken);
        return TrainedScorer.Load(await File.ReadAllBytesAsync(file, cancellationToken), keys.Find);
    }
}
