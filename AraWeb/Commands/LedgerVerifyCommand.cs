using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Chain;
using AraWeb.Hosting;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary><c>ara ledger verify</c>: looks through the whole ledger and names every entry that is not as it was sealed, then ends with 1.</summary>
internal static class LedgerVerifyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var noted = new Option<string?>("--noted")
        {
            Description = "A head's hash that was noted earlier ('ara ledger head'): it has to be in the chain.",
            HelpName = "HASH",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var command = new Command("verify", "Checks every hash, link and signature of the ledger; ends with 1 when something was changed.") { noted, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(noted), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? noted, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        var hash = noted is null ? null : Parse(noted);
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        var found = await services.GetRequiredService<ILedgerJournal>()
            .ReadAsync(journal => ChainVerifier.Verify(journal, hash, cancellationToken), cancellationToken);
        if (asJson)
        {
            environment.WriteJson(LedgerVerificationContract.From(found));
        }
        else
        {
            Write(found, environment.Tables());
        }

        return found.IsSound ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static byte[] Parse(string noted)
    {
        try
        {
            var hash = Convert.FromHexString(noted.Trim());
            return hash.Length == SHA256.HashSizeInBytes ? hash : throw new FormatException("Too short or too long.");
        }
        catch (FormatException)
        {
            throw new InputException("noted", noted, "Give the 64 hexadecimal digits that 'ara ledger head' prints as the hash.");
        }
    }

    private static void Write(LedgerVerification found, IAnsiConsole console)
    {
        if (found.Faults.Count > 0)
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns("Record", "Entry", "Symbol", "Id", "What is wrong");
            foreach (var fault in found.Faults)
            {
                table.AddRow(
                    new Text(Number(fault.Record)),
                    new Text(Number(fault.Subject?.Entry)),
                    new Text($"{fault.Subject?.Symbol} {fault.Subject?.Timeframe}".Trim()),
                    new Text(fault.Subject?.Id ?? string.Empty),
                    new Text(fault.Message));
            }

            console.Write(table);
        }

        foreach (var note in found.Notes)
        {
            console.WriteLine($"Note: {note}");
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Records} records: {found.Entries} entries, {found.Outcomes} outcomes, {found.AdoptedEntries} entries older than the chain."));
        if (found.Head is { } head)
        {
            console.WriteLine($"Head: record {head.Number}, hash {Convert.ToHexStringLower(head.Hash.Span)}, key {head.KeyId}.");
        }

        console.WriteLine(found.IsSound
            ? "Sound: every hash, link and signature is right."
            : $"NOT SOUND: {found.Faults.Count} {(found.Faults.Count == 1 ? "thing is" : "things are")} wrong, the first {Where(found.Faults[0])}.");
    }

    private static string Where(LedgerFault fault) => (fault.Record, fault.Subject) switch
    {
        ({ } record, { Symbol.Length: > 0 } subject) => $"at record {record}, entry {subject.Entry} of {subject.Symbol}",
        ({ } record, _) => $"at record {record}",
        (null, { } subject) => $"at entry {subject.Entry} of {subject.Symbol}",
        _ => "in the ledger as a whole",
    };

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
