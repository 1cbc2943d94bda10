using System.CommandLine;

namespace AraWeb.Commands;

/// <summary><c>ara ledger</c>: the group of commands about the frozen forecasts.</summary>
internal static class LedgerCommand
{
    /// <summary>Makes the group.</summary>
    public static Command Create(CommandEnvironment environment) => new("ledger", "Checks, replays and shows the frozen forecasts.")
    {
        LedgerVerifyCommand.Create(environment),
        LedgerReplayCommand.Create(environment),
        LedgerShowCommand.Create(environment),
        LedgerSkillCommand.Create(environment),
        LedgerHeadCommand.Create(environment),
        LedgerRotateKeyCommand.Create(environment),
    };
}
