using System.CommandLine;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Hosting;

namespace AraWeb.Commands;

/// <summary><c>ara ledger show ID</c>: the receipt of an entry, the object that the API returns.</summary>
internal static class LedgerShowCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var id = Words.Argument("ID", "Id of the forecast in the ledger.");
        var json = new Option<bool>("--json") { Description = "Print errors as JSON too; the receipt is one JSON object in any case." };
        var command = new Command("show", "Prints a forecast's receipt: everything that is needed to check it elsewhere.") { id, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(ParseId(parsed.GetRequiredValue(id)), environment, cancellationToken));
        return command;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="InputException">It is none.</exception>
    internal static Guid ParseId(string text) => Guid.TryParse(text, out var id)
        ? id
        : throw new InputException("id", text, "Give an id as 'ara ledger replay' and the API list them, for example 0197a3c2-5d1e-7c40-9f00-1234567890ab.");

    private static async Task<int> RunAsync(Guid id, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        var receipt = await services.GetRequiredService<ILedgerJournal>().ReceiptAsync(id, cancellationToken)
            ?? throw new UnknownEntryException($"The ledger has no entry {id}.", "'ara ledger replay --last 20' lists the newest ones.");
        environment.WriteJson(ReceiptContract.From(receipt));
        return ExitCodes.Done;
    }
}
