namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Rows that boosting is stopped by; it does not learn from them otherwise.</summary>
/// <param name="Features">[V * F] row by row.</param>
/// <param name="Targets">[V].</param>
/// <param name="Weights">[V].</param>
internal sealed record ValidationRows(ReadOnlyMemory<double> Features, ReadOnlyMemory<double> Targets, ReadOnlyMemory<double> Weights);
