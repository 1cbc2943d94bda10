using AraWeb.Engine.Core;

namespace AraWeb.Api.Contracts;

/// <summary>Where a result came from.</summary>
/// <param name="Source">The provider of the bars.</param>
/// <param name="Simulated">True for invented prices.</param>
/// <param name="DataAsOf">Close of the newest bar that was used, UTC.</param>
/// <param name="BarCount">Bars that were used.</param>
/// <param name="ModelVersion">Name and version of the model.</param>
/// <param name="InputsHash">SHA-256 over the bars and settings that went in.</param>
/// <param name="Fallbacks">What was done instead of the normal way; empty when nothing was.</param>
internal sealed record ProvenanceContract(
    string Source, bool Simulated, DateTimeOffset DataAsOf, int BarCount, string ModelVersion, string InputsHash, IReadOnlyList<string> Fallbacks)
{
    /// <summary>The contract of a provenance.</summary>
    public static ProvenanceContract From(Provenance provenance) => new(
        provenance.Source,
        provenance.IsSimulated,
        provenance.DataAsOf,
        provenance.BarCount,
        provenance.ModelVersion,
        provenance.InputsHash,
        provenance.Fallbacks);
}
