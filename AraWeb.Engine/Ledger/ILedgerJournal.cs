using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger.Chain;

namespace AraWeb.Engine.Ledger;

/// <summary>The chain of signed records that seals the ledger. <see cref="ILedgerStore"/> writes to it with every entry and outcome.</summary>
public interface ILedgerJournal
{
    /// <summary>
    /// Begins the chain where there is none: makes the signing key and seals what was frozen before. Else sees to it that the key is at hand.
    /// </summary>
    /// <exception cref="StorageException">The key that the ledger names is missing, unreadable or another one; the database cannot be written.</exception>
    ValueTask<LedgerHead> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The newest record, signed; null while there is no chain.</summary>
    ValueTask<LedgerHead?> HeadAsync(CancellationToken cancellationToken);

    /// <summary>Brings a new signing key into use. What was signed before stays as it is and can still be checked.</summary>
    /// <param name="isLost">True when the present key is gone: the new one then stands for itself, and the ledger shows it for good.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StorageException">The present key is not at hand, or the folder or database cannot be written.</exception>
    ValueTask<LedgerHead> RotateKeyAsync(bool isLost, CancellationToken cancellationToken);

    /// <summary>All that is needed to check an entry elsewhere; null when there is no such entry.</summary>
    ValueTask<LedgerReceipt?> ReceiptAsync(Guid entryId, CancellationToken cancellationToken);

    /// <summary>Reads the whole chain as it stands now, while others may go on writing.</summary>
    /// <param name="read">Gets the snapshot and makes something of it.</param>
    /// <param name="cancellationToken">Ends the wait; the reader looks at its own.</param>
    ValueTask<T> ReadAsync<T>(Func<IJournalSnapshot, T> read, CancellationToken cancellationToken);
}
