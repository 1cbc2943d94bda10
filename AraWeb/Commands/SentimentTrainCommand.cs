using System.CommandLine;
using AraWeb.Engine.Sentiment;
using AraWeb.Engine.Sentiment.Learned;
using AraWeb.Hosting;

namespace AraWeb.Commands;

/// <summary><c>ara sentiment train FILE --out FILE</c>: learns from judged texts and writes a signed scorer.</summary>
internal static class SentimentTrainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var file = Words.Argument("FILE", "A CSV file with the columns text and label.");
        var output = new Option<string>("--out") { Description = "Where the scorer is written.", HelpName = "FILE", Required = true };
        var command = new Command("train", "Learns from judged texts; 'ara evaluate sentiment' says how well.") { file, output };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(file), parsed.GetRequiredValue(output), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, string output, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        var texts = await LabelledTexts.ReadAsync(file, cancellationToken);
        var scorer = await Task.Run(() => TrainedScorer.Train(texts, cancellationToken), cancellationToken);
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        using var keys = await services.ModelKeysAsync(cancellationToken);
        await File.WriteAllBytesAsync(output, scorer.Save(keys.Signer), cancellationToken);
        environment.Output.WriteLine($"Learned from {texts.Count} texts; written to {output}.");
        return ExitCodes.Done;
    }
}
