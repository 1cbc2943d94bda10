using System.CommandLine;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Registry;
using AraWeb.Hosting;

namespace AraWeb.Commands;

/// <summary><c>ara ledger rotate-key</c>: brings a new signing key into use.</summary>
internal static class LedgerRotateKeyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var lost = new Option<bool>("--lost") { Description = "The present key is gone; the new one stands for itself, and the ledger shows it for good." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of words." };
        var command = new Command("rotate-key", "Brings a new signing key into use; what was signed before can still be checked.") { lost, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(lost), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool isLost, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        var journal = services.GetRequiredService<ILedgerJournal>();
        var before = await journal.HeadAsync(cancellationToken);
        var head = await journal.RotateKeyAsync(isLost, cancellationToken);
        if (asJson)
        {
            environment.WriteJson(LedgerHeadContract.From(head));
            return ExitCodes.Done;
        }

        var place = before is null ? string.Empty : $", in the place of {before.KeyId}";
        environment.Output.WriteLine($"From record {head.Number + 1} on the key {head.KeyId} signs{place}.");
        environment.Output.WriteLine($"It lies in {services.GetRequiredService<SigningKeyFolder>().FilePath}: keep a copy of that file in a safe place.");
        return ExitCodes.Done;
    }
}
