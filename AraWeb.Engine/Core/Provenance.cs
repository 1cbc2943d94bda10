namespace AraWeb.Engine.Core;

/// <summary>Where a result came from: enough to rebuild it and to say aloud what was not as it should be.</summary>
/// <param name="Source">The provider of the bars.</param>
/// <param name="IsSimulated">True for invented prices.</param>
/// <param name="DataAsOf">Close of the newest bar that was used, UTC.</param>
/// <param name="BarCount">Bars that were used.</param>
/// <param name="ModelVersion">Name and version of the model.</param>
/// <param name="InputsHash">SHA-256 over the bars and settings that went in, lower-case hexadecimal.</param>
/// <param name="Fallbacks">What was done instead of the normal way, in words; empty when nothing was.</param>
public sealed record Provenance(
    string Source,
    bool IsSimulated,
    DateTimeOffset DataAsOf,
    int BarCount,
    string ModelVersion,
    string InputsHash,
    IReadOnlyList<string> Fallbacks);
