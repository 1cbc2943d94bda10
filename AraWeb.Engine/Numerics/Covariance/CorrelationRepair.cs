namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>What <see cref="NearestCorrelation"/> did to a matrix.</summary>
/// <param name="WasNeeded">False where the matrix was positive semidefinite already and was left alone.</param>
/// <param name="IsConverged">True where it ended at the nearest matrix rather than at the largest number of iterations; it is semidefinite either way.</param>
/// <param name="Iterations">Projections made.</param>
/// <param name="Residual">Relative change of the last iteration.</param>
/// <param name="Distance">Root of the sum of squared changes of all entries.</param>
internal sealed record CorrelationRepair(bool WasNeeded, bool IsConverged, int Iterations, double Residual, double Distance);
