using System.ComponentModel;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Skill;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AraWeb.Api;

/// <summary>The ledger's receipts and head, which somebody needs to check a forecast without trusting this program, and its record.</summary>
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
            ledger.MapGet("/skill", SkillAsync), "readSkill", "Tells how the frozen forecasts did beside the simple rivals frozen with them.",
            "The record so far, by model and bars ahead.", 400, 503);
        ApiOperation.Describe(
            ledger.MapGet("/head", HeadAsync), "readLedgerHead", "Reads the newest record of the ledger's chain, signed.", "The head.", 404, 503);
    }

    /// <summary>Reads which skill is wanted, here and on the command line.</summary>
    /// <exception cref="InputException">A value is not valid.</exception>
    internal static SkillQuery Query(string? symbol, string? timeframe, int? horizon, string? by) => new(
        Timeframes.Parse(timeframe ?? Timeframe.OneDay.Code()),
        symbol is null ? null : BarsApi.ParseSymbol(symbol),
        horizon is null or (>= Horizon.Min and <= Horizon.Max)
            ? horizon
            : throw new InputException("horizon", horizon, $"Choose {Horizon.Min} to {Horizon.Max} bars ahead."),
        by switch
        {
            null => SkillSplit.None,
            "symbol" => SkillSplit.Symbol,
            "regime" => SkillSplit.Regime,
            _ => throw new InputException("by", by, "Split by symbol or by regime, or leave it out."),
        });

    private static async Task<Ok<SkillResponse>> SkillAsync(
        LedgerSkill skill,
        [Description("One symbol; all together when left out.")] string? symbol,
        [Description("The span of a bar; 1d when left out.")] string? timeframe,
        [Description("Bars ahead, 1 to 30; 1, 5, 10, 20 and 30 when left out.")] int? horizon,
        [Description("Split the rows by symbol or regime.")] string? by,
        CancellationToken cancellationToken)
    {
        var query = Query(symbol, timeframe, horizon, by);
        var rows = await skill.MeasureAsync(query, cancellationToken);
        return TypedResults.Ok(new SkillResponse(query.Timeframe.Code(), [.. rows.Select(SkillRowContract.From)]));
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
