using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>Reads frozen horizons with their outcomes, many at a time.</summary>
public interface IOutcomeSource
{
    /// <summary>Hands out every horizon that the query names, pending and void ones too, in any order.</summary>
    /// <param name="query">Which.</param>
    /// <param name="take">Gets each row; the same object is filled again for the next.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    ValueTask ReadAsync(OutcomeQuery query, Action<OutcomeRow> take, CancellationToken cancellationToken);
}
