using AraWeb.Engine.Core;

namespace AraWeb.Engine.Training;

/// <summary>What may be trained again, and when it is due.</summary>
/// <param name="Watched">Symbols to learn from; empty for all.</param>
/// <param name="IsSimulated">Whether to learn from the invented market, as a model of its own, or from real prices.</param>
/// <param name="OlderThan">
/// Due once the newest version is older than this or the version in use has drifted; null trains at once, as somebody asked for it.
/// </param>
/// <param name="Threads">Threads to learn with; with fewer than the machine has they also stand back behind others.</param>
public sealed record RetrainingRequest(IReadOnlySet<Symbol> Watched, bool IsSimulated, TimeSpan? OlderThan, int Threads);
