using System.CommandLine;
using System.Globalization;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Hosting;

namespace AraWeb.Commands;

/// <summary><c>ara ledger head</c>: the newest record, to be noted where the machine's owner cannot change it.</summary>
internal static class LedgerHeadCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of words." };
        var command = new Command("head", "Prints the ledger's newest record, to be noted or time-stamped elsewhere.") { json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        var head = await services.GetRequiredService<ILedgerJournal>().HeadAsync(cancellationToken)
            ?? throw new UnknownEntryException("The ledger has no records yet.", "It begins with the first forecast: 'ara predict SYMBOL'.");
        if (asJson)
        {
            environment.WriteJson(LedgerHeadContract.From(head));
            return ExitCodes.Done;
        }

        var signed = head.SignedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        environment.Output.WriteLine($"Record {head.Number}, signed {signed} by the key {head.KeyId}.");
        environment.Output.WriteLine(Convert.ToHexStringLower(head.Hash.Span));
        environment.Output.WriteLine("Note this hash outside of this machine; 'ara ledger verify --noted HASH' tells later that all up to it is unchanged.");
        return ExitCodes.Done;
    }
}
