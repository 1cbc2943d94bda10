using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Skill;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>Opens an empty ledger in a folder, with a key of its own, runs the work and closes it.</summary>
public delegate Task WithLedger(string folder, Func<ILedgerStore, ILedgerJournal, IOutcomeSource, Task> work, CancellationToken cancellationToken);
