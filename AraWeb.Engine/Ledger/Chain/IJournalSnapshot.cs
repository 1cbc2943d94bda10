namespace AraWeb.Engine.Ledger.Chain;

/// <summary>
/// The chain and what it seals, as they stood at one moment. Hands out what is there, also where it makes no sense: judging is <see cref="ChainVerifier"/>'s.
/// Valid only during the call that hands it out.
/// </summary>
public interface IJournalSnapshot
{
    /// <summary>The signed newest record; null for a ledger without a chain.</summary>
    LedgerHead? Head { get; }

    /// <summary>The public keys, in the order in which they came into use.</summary>
    IReadOnlyList<LedgerKey> Keys { get; }

    /// <summary>All records by number.</summary>
    /// <exception cref="Core.StorageException">The records themselves cannot be read on.</exception>
    IEnumerable<LedgerRecord> Records();

    /// <summary>Entries and outcomes that no record seals, though they are younger than the chain.</summary>
    IEnumerable<UnsealedItem> Unsealed();

    /// <summary>What the database finds wrong with its own file; empty when nothing.</summary>
    IEnumerable<string> Damage();

    /// <summary>Series whose running counts of outcomes differ from the outcomes.</summary>
    IEnumerable<string> WrongCounts();
}
