using System.ComponentModel;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AraWeb.Api;

/// <summary>Receipts of the ledger and its head: what somebody needs to check a forecast without trusting this program.</summary>
internal static class LedgerApi
{
    /// <summary>Maps the routes.</summary>
    public static void MapLedger(this RouteGroupBuilder api)
    {
        var ledger = api.MapGroup("/ledger").WithTags("Forecasts");
        ApiOperation.Describe(
            ledger.MapGet("/{id:guid}", ReceiptAsync), "readReceipt", "Reads a frozen forecast with the signed records that seal it and its outcomes.",
            "The receipt.", 404, 503);
        ApiOperation.Describe(
            ledger.MapGet("/head", HeadAsync), "readLedgerHead", "Reads the newest record of the ledger's chain, signed.", "The head.", 404, 503);
    }

    private static async Task<Ok<ReceiptContract>> ReceiptAsync(
        [Description("Id of the forecast in the ledger.")] Guid id, ILedgerJournal journal, CancellationToken cancellationToken)
    {
        var receipt = await journal.ReceiptAsync(id, cancellationToken)
            ?? throw new UnknownEntryException(
                $"The ledger has no entry {id}.", $"GET {ApiRoutes.V1}/forecasts/{{symbol}} lists a symbol's entries with their ids.");
        return TypedResults.Ok(ReceiptContract.From(receipt));
    }

    private static async Task<Ok<LedgerHeadContract>> HeadAsync(ILedgerJournal journal, CancellationToken cancellationToken)
    {
        var head = await journal.HeadAsync(cancellationToken)
            ?? throw new UnknownEntryException("The ledger has no records yet.", "It begins with the next forecast.");
        return TypedResults.Ok(LedgerHeadContract.From(head));
    }
}
