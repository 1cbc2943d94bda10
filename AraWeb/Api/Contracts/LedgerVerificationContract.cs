using AraWeb.Engine.Ledger.Chain;

namespace AraWeb.Api.Contracts;

/// <summary>What a look through the whole ledger found.</summary>
/// <param name="Sound">True when nothing is wrong.</param>
/// <param name="Records">Records of the chain.</param>
/// <param name="Entries">Entries that a record seals each.</param>
/// <param name="Outcomes">Outcomes that records seal.</param>
/// <param name="AdoptedEntries">Entries older than the chain, sealed together when it began.</param>
/// <param name="Head">The newest record; null while there is no chain.</param>
/// <param name="Faults">Everything wrong, in the order of the chain.</param>
/// <param name="Notes">What is no fault but should be known.</param>
internal sealed record LedgerVerificationContract(
    bool Sound,
    long Records,
    long Entries,
    long Outcomes,
    long AdoptedEntries,
    LedgerHeadContract? Head,
    IReadOnlyList<LedgerFaultContract> Faults,
    IReadOnlyList<string> Notes)
{
    /// <summary>The contract of a verification.</summary>
    public static LedgerVerificationContract From(LedgerVerification found) => new(
        found.IsSound,
        found.Records,
        found.Entries,
        found.Outcomes,
        found.AdoptedEntries,
        found.Head is { } head ? LedgerHeadContract.From(head) : null,
        [.. found.Faults.Select(LedgerFaultContract.From)],
        found.Notes);
}
