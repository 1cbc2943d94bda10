using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>Whether a covariance matrix can be inverted, and which assets stand in the way.</summary>
/// <param name="Rank">Number of eigenvalues of the correlations that are not zero to working precision.</param>
/// <param name="ConditionNumber">Largest over smallest eigenvalue of the covariance; infinity where it is singular.</param>
/// <param name="SmallestEigenvalue">Of the correlations; below zero by rounding only.</param>
/// <param name="ConstantAssets">Assets without variance.</param>
/// <param name="Duplicates">Pairs whose correlation is 1 or -1 to working precision.</param>
internal sealed record CovarianceDiagnosis(
    int Rank, double ConditionNumber, double SmallestEigenvalue, IReadOnlyList<int> ConstantAssets, IReadOnlyList<(int First, int Second)> Duplicates)
{
    /// <summary>Rounding of one double.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>True where no inverse exists to working precision.</summary>
    public bool IsSingular => double.IsPositiveInfinity(ConditionNumber);

    /// <summary>Looks through an estimate. Costs two eigenvalue problems.</summary>
    public static CovarianceDiagnosis Of(CovarianceEstimate estimate)
    {
        var n = estimate.Assets;
        var correlations = estimate.Correlations();
        var constants = new List<int>();
        var duplicates = new List<(int First, int Second)>();
        for (var i = 0; i < n; i++)
        {
            if (!(estimate[i, i] > 0))
            {
                constants.Add(i);
                correlations[(i * n) + i] = 0;
            }

            for (var j = 0; j < i; j++)
            {
                // A correlation is a quotient of sums; n roundings is a bound for its distance from 1.
                if (Math.Abs(correlations[(i * n) + j]) >= 1 - (Epsilon * estimate.Days))
                {
                    duplicates.Add((j, i));
                }
            }
        }

        // The usual bound of numerical rank (Golub and Van Loan, 5.4.1): the largest eigenvalue times the size times the rounding of one number.
        var values = SymmetricEigen.Decompose(correlations, n).Values;
        var rank = 0;
        foreach (var value in values)
        {
            rank += value > Epsilon * n * values[^1] ? 1 : 0;
        }

        var spread = SymmetricEigen.Decompose(estimate.Values, n).Values;
        var condition = rank < n || !(spread[0] > 0) ? double.PositiveInfinity : spread[^1] / spread[0];
        return new CovarianceDiagnosis(rank, condition, values[0], constants, duplicates);
    }
}
