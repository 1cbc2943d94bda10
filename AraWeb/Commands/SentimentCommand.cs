using System.CommandLine;

namespace AraWeb.Commands;

/// <summary><c>ara sentiment</c>: the group of commands about what texts say.</summary>
internal static class SentimentCommand
{
    /// <summary>Makes the group.</summary>
    public static Command Create(CommandEnvironment environment) => new("sentiment", "Judges texts, and learns to.")
    {
        SentimentScoreCommand.Create(environment),
        SentimentTrainCommand.Create(environment),
    };
}
