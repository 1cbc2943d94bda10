using AraWeb.Engine.Ledger;
using AraWeb.Engine.Registry;

namespace AraWeb.Jobs;

/// <summary>
/// Opens the registry of models for a piece of work. The ledger's keys are read anew each time, so that a rotation is seen; they are closed with the work.
/// </summary>
/// <param name="folder">Folder of models, absolute.</param>
/// <param name="journal">Names the keys.</param>
/// <param name="keys">Holds them.</param>
/// <param name="time">The clock.</param>
internal sealed class ModelShelf(string folder, ILedgerJournal journal, SigningKeyFolder keys, TimeProvider time)
{
    /// <summary>Does work on the registry.</summary>
    /// <exception cref="Engine.Core.StorageException">The ledger or the key folder cannot be used.</exception>
    public async Task<T> UseAsync<T>(Func<ModelRegistry, Task<T>> work, CancellationToken cancellationToken)
    {
        using var trusted = await LedgerModelKeys.OpenAsync(journal, keys, cancellationToken);
        return await work(new ModelRegistry(folder, trusted, RegistryLimits.Usual, time));
    }
}
