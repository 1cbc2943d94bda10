namespace AraWeb.Engine.Models.Linear;

/// <summary>How a coordinate descent ended.</summary>
/// <param name="Status">Whether the gap is within its tolerance.</param>
/// <param name="Iterations">Sweeps made, over all coordinates or over the active ones.</param>
/// <param name="Gap">Duality gap as a share of the targets' sum of squares.</param>
internal readonly record struct DescentEnd(LinearFitStatus Status, int Iterations, double Gap);
