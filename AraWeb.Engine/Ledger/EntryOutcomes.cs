namespace AraWeb.Engine.Ledger;

/// <summary>What was decided of one entry.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Outcomes">Outcomes by bars ahead.</param>
public sealed record EntryOutcomes(Guid EntryId, IReadOnlyDictionary<int, Outcome> Outcomes);
