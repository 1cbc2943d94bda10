using AraWeb.Engine.Ledger.Chain;

namespace AraWeb.Api.Contracts;

/// <summary>Something wrong with the ledger.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Record">The record at which it shows; null where it is about none.</param>
/// <param name="Entry">Number of the entry; null where it is about none.</param>
/// <param name="Id">Id of the entry; null where it cannot be told.</param>
/// <param name="Symbol">Symbol of the entry.</param>
/// <param name="Timeframe">Time frame of the entry.</param>
/// <param name="Message">What was found.</param>
internal sealed record LedgerFaultContract(FaultKind Kind, long? Record, long? Entry, string? Id, string? Symbol, string? Timeframe, string Message)
{
    /// <summary>The contract of a fault.</summary>
    public static LedgerFaultContract From(LedgerFault fault) => new(
        fault.Kind,
        fault.Record,
        fault.Subject?.Entry,
        Told(fault.Subject?.Id),
        Told(fault.Subject?.Symbol),
        Told(fault.Subject?.Timeframe),
        fault.Message);

    private static string? Told(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
