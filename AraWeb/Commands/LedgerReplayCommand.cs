using System.CommandLine;
using System.Globalization;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction.Replay;
using AraWeb.Hosting;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary>
/// <c>ara ledger replay</c>: makes frozen forecasts again from the bars known at their issue and compares every number. Ends with 1 when one differs, or
/// when its bars were changed; forecasts of other models and without bars are named and passed over.
/// </summary>
internal static class LedgerReplayCommand
{
    private const int DefaultCount = 10;
    private const int MaxCount = 10_000;

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var id = Words.Argument("ID", "Id of the forecast in the ledger; the newest ones when left out.");
        id.Arity = ArgumentArity.ZeroOrOne;
        var last = new Option<string?>("--last") { Description = $"The newest so many, 1 to {MaxCount}. Default: {DefaultCount}.", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var command = new Command("replay", "Makes frozen forecasts again and compares every number; ends with 1 when one differs.") { id, last, json };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(id), parsed.GetValue(last), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? id, string? last, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        if (id is not null && last is not null)
        {
            throw new InputException("last", last, "Give an id or --last, not both.");
        }

        var (wanted, count) = (id is null ? (Guid?)null : LedgerShowCommand.ParseId(id), ParseCount(last));
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        var entries = await EntriesAsync(services.GetRequiredService<ILedgerStore>(), wanted, count, cancellationToken);
        var replay = services.GetRequiredService<ForecastReplay>();
        var results = new List<ReplayResult>();
        foreach (var entry in entries)
        {
            results.Add(await replay.ReplayAsync(entry, cancellationToken));
        }

        if (asJson)
        {
            environment.WriteJson(new { Entries = results.ConvertAll(ReplayContract.From) });
        }
        else
        {
            Write(results, environment.Tables());
        }

        return results.Exists(result => result.State is ReplayState.Differs or ReplayState.OtherBars) ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static async Task<IReadOnlyList<ForecastEntry>> EntriesAsync(ILedgerStore ledger, Guid? id, int count, CancellationToken cancellationToken)
    {
        if (id is not { } wanted)
        {
            return await ledger.NewestAsync(count, cancellationToken);
        }

        return await ledger.FindAsync(wanted, cancellationToken) is { } entry
            ? [entry]
            : throw new UnknownEntryException($"The ledger has no entry {wanted}.", "'ara ledger replay --last 20' lists the newest ones.");
    }

    private static int ParseCount(string? text)
    {
        if (text is null)
        {
            return DefaultCount;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MaxCount
            ? count
            : throw new InputException("last", text, $"Write a whole number from 1 to {MaxCount}.");
    }

    private static void Write(List<ReplayResult> results, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Id", "Symbol", "Issued (UTC)", "Replay");
        foreach (var result in results)
        {
            table.AddRow(
                new Text(result.Entry.Id.ToString()),
                new Text($"{result.Entry.Symbol} {result.Entry.Timeframe.Code()}"),
                new Text(result.Entry.IssuedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
                new Text(result.Message));
        }

        console.Write(table);
        foreach (var result in results.Where(result => result.Differences.Count > 0))
        {
            console.WriteLine($"{result.Entry.Id} {result.Entry.Symbol} differs in");
            foreach (var difference in result.Differences)
            {
                console.WriteLine("  " + difference);
            }
        }

        var equal = results.Count(result => result.State == ReplayState.Equal);
        console.WriteLine($"{results.Count} replayed: {equal} equal to the bit, {results.Sum(result => result.Compared)} values compared.");
    }
}
