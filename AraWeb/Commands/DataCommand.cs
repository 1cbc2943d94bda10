using System.CommandLine;

namespace AraWeb.Commands;

/// <summary><c>ara data</c>: the group of commands about files of bars.</summary>
internal static class DataCommand
{
    /// <summary>Makes the group.</summary>
    public static Command Create(CommandEnvironment environment) => new("data", "Checks and imports files of bars.")
    {
        DataValidateCommand.Create(environment),
        DataImportCommand.Create(environment),
    };
}
