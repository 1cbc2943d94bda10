using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger.Chain;

namespace AraWeb.Api.Contracts;

/// <summary>A frozen forecast with all that is needed to check it without the ledger.</summary>
/// <param name="Entry">Its number in the ledger.</param>
/// <param name="Id">Its id.</param>
/// <param name="Symbol">Whose prices.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="IssuedAt">When it was made, UTC.</param>
/// <param name="LastBar">Start of the newest bar that was used, UTC.</param>
/// <param name="LastPrice">The price that returns count from.</param>
/// <param name="Rule">Number of the rule by which it is resolved.</param>
/// <param name="Verdict">What it claims to be.</param>
/// <param name="VerdictReason">Why; empty for a plain call.</param>
/// <param name="Regime">The market's state at issue; null where it was not known.</param>
/// <param name="Models">Ids of the models that took part.</param>
/// <param name="Provenance">Where it came from.</param>
/// <param name="Days">One entry per bar ahead, nearest first.</param>
/// <param name="Seal">The record that seals it; null for an entry from before the chain.</param>
/// <param name="OutcomeSeals">The records that seal its outcomes, oldest first.</param>
/// <param name="Keys">The public keys of these records and of the head.</param>
/// <param name="Head">The newest record of the ledger; null while it has no chain.</param>
internal sealed record ReceiptContract(
    long Entry,
    Guid Id,
    string Symbol,
    string Timeframe,
    DateTimeOffset IssuedAt,
    DateTimeOffset LastBar,
    double LastPrice,
    int Rule,
    VerdictKind Verdict,
    string VerdictReason,
    RegimeType? Regime,
    IReadOnlyList<string> Models,
    ProvenanceContract Provenance,
    IReadOnlyList<ReceiptDayContract> Days,
    SealContract? Seal,
    IReadOnlyList<SealContract> OutcomeSeals,
    IReadOnlyList<LedgerKeyContract> Keys,
    LedgerHeadContract? Head)
{
    /// <summary>The contract of a receipt.</summary>
    public static ReceiptContract From(LedgerReceipt receipt) => new(
        receipt.Number,
        receipt.Entry.Id,
        receipt.Entry.Symbol.Text,
        receipt.Entry.Timeframe.Code(),
        receipt.Entry.IssuedAt,
        receipt.Entry.LastBar,
        receipt.Entry.LastClose,
        receipt.Entry.RuleVersion,
        receipt.Entry.Verdict.Kind,
        receipt.Entry.Verdict.Reason,
        receipt.Entry.Regime,
        receipt.Entry.Models,
        ProvenanceContract.From(receipt.Entry.Provenance),
        [.. receipt.Entry.Horizons.Select(horizon => ReceiptDayContract.From(horizon, receipt.Entry.LastClose))],
        receipt.Record is { } record ? SealContract.From(record) : null,
        [.. receipt.Resolutions.Select(SealContract.From)],
        [.. receipt.Keys.Select(LedgerKeyContract.From)],
        receipt.Head is { } head ? LedgerHeadContract.From(head) : null);
}
