namespace AraWeb.Engine.Models.Linear;

/// <summary>Coefficients for one penalty, and how they were found.</summary>
/// <param name="Coefficients">[F] on standardised columns.</param>
/// <param name="DegreesOfFreedom">Effective number of coefficients.</param>
/// <param name="Status">Whether the iterations came to their end.</param>
/// <param name="Iterations">Sweeps made; 0 for a direct solution.</param>
/// <param name="Gap">Duality gap as a share of the targets' sum of squares; 0 for a direct solution.</param>
internal sealed record LinearSolution(double[] Coefficients, double DegreesOfFreedom, LinearFitStatus Status, int Iterations, double Gap);
