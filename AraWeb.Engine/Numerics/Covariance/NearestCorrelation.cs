using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>
/// The nearest correlation matrix in the Frobenius norm by alternating projections with Dykstra's correction: Higham (2002), "Computing the nearest
/// correlation matrix". Leaves out weights per entry.
/// </summary>
internal static class NearestCorrelation
{
    /// <summary>Higham's stopping rule is a relative change; at 1e-8 entries agree to what daily data can tell many times over.</summary>
    private const double Tolerance = 1e-8;

    private const int MaxIterations = 100;

    /// <summary>Makes a symmetric matrix with a diagonal of ones positive semidefinite, in place; leaves it alone where it is.</summary>
    /// <param name="correlations">[n * n] row-major.</param>
    /// <param name="n">Number of assets.</param>
    public static CorrelationRepair Repair(double[] correlations, int n)
    {
        if (PivotedCholesky.Factor(correlations, n).IsSemidefinite)
        {
            return new CorrelationRepair(WasNeeded: false, IsConverged: true, 0, 0, 0);
        }

        var original = correlations.AsSpan().ToArray();
        var correction = new double[n * n];
        var projected = new double[n * n];
        var (residual, iterations) = (double.PositiveInfinity, 0);
        while (residual > Tolerance && iterations < MaxIterations)
        {
            iterations++;
            for (var k = 0; k < projected.Length; k++)
            {
                correction[k] = correlations[k] - correction[k];
            }

            ProjectToSemidefinite(correction, projected, n);
            var (change, size) = (0.0, 0.0);
            for (var k = 0; k < projected.Length; k++)
            {
                correction[k] = projected[k] - correction[k];
                var next = k % (n + 1) == 0 ? 1 : projected[k];
                change += (next - correlations[k]) * (next - correlations[k]);
                size += next * next;
                correlations[k] = next;
            }

            residual = Math.Sqrt(change / size);
        }

        // The last step set the diagonal: one more projection, scaled back to a diagonal of ones, cannot leave the cone.
        ProjectToSemidefinite(correlations, projected, n);
        Correlation.FromCovariance(projected, n).CopyTo(correlations, 0);
        var distance = 0.0;
        for (var k = 0; k < original.Length; k++)
        {
            distance += (correlations[k] - original[k]) * (correlations[k] - original[k]);
        }

        return new CorrelationRepair(WasNeeded: true, residual <= Tolerance, iterations, residual, Math.Sqrt(distance));
    }

    /// <summary>Takes the negative eigenvalues away.</summary>
    private static void ProjectToSemidefinite(double[] matrix, double[] projected, int n)
    {
        matrix.CopyTo(projected, 0);
        var eigen = SymmetricEigen.Decompose(matrix, n);
        for (var k = 0; k < n && eigen.Values[k] < 0; k++)
        {
            var vector = eigen.Vector(k);
            for (var i = 0; i < n; i++)
            {
                var scale = eigen.Values[k] * vector[i];
                for (var j = 0; j < n; j++)
                {
                    projected[(i * n) + j] -= scale * vector[j];
                }
            }
        }

        // Rounding must not make the matrix asymmetric.
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                projected[(j * n) + i] = projected[(i * n) + j];
            }
        }
    }
}
