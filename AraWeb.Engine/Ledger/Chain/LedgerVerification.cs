namespace AraWeb.Engine.Ledger.Chain;

/// <summary>What a look through the whole ledger found.</summary>
/// <param name="Records">Records that are there.</param>
/// <param name="Entries">Entries that a record seals each.</param>
/// <param name="Outcomes">Outcomes that records seal.</param>
/// <param name="AdoptedEntries">Entries older than the chain, sealed together when it began; 0 when there are none.</param>
/// <param name="Head">The newest record, as the ledger has it signed.</param>
/// <param name="Faults">Everything wrong, in the order of the chain; empty for a sound ledger.</param>
/// <param name="Notes">What is no fault but should be known, in words.</param>
public sealed record LedgerVerification(
    long Records,
    long Entries,
    long Outcomes,
    long AdoptedEntries,
    LedgerHead? Head,
    IReadOnlyList<LedgerFault> Faults,
    IReadOnlyList<string> Notes)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Faults.Count == 0;
}
