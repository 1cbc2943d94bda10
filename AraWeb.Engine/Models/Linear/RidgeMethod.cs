using System.Numerics.Tensors;
using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics;
using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// Half the penalty times the sum of squares (Hoerl and Kennard 1970). One penalty by Cholesky; a path from one eigendecomposition. A penalty here is
/// scikit-learn's alpha divided by the sum of weights.
/// </summary>
internal sealed class RidgeMethod : ILinearMethod
{
    /// <summary>The largest penalty on columns of unit variance: an effect keeps a thousandth of its size.</summary>
    private const double Largest = 1000;

    /// <inheritdoc/>
    public double LargestPenalty(LinearProblem problem, int horizon) => Largest;

    /// <inheritdoc/>
    public ILinearPath Prepare(LinearProblem problem) => new EigenPath(problem);

    /// <inheritdoc/>
    public LinearSolution Solve(LinearProblem problem, int horizon, double penalty, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var factor = CholeskyFactor.Of(problem.Gram, problem.Size, penalty) ?? throw new ModelException(
            $"The penalty {penalty} is too small to tell the columns apart.", "Take a larger penalty, or leave duplicate columns out.");
        var coefficients = (double[])problem.Products[horizon].Clone();
        factor.Solve(coefficients);

        // Trace of G (G + penalty I)^-1.
        var freedom = problem.Size - (penalty * factor.InverseTrace());
        return new LinearSolution(coefficients, Math.Max(0, freedom), LinearFitStatus.Converged, 0, 0);
    }

    private sealed class EigenPath : ILinearPath
    {
        private readonly LinearProblem _problem;
        private readonly SymmetricEigen _eigen;

        public EigenPath(LinearProblem problem)
        {
            _problem = problem;

            // One is added to all eigenvalues and taken off below: QL settles slowly among eigenvalues that are zero, as fewer rows than columns leave them.
            var shifted = (double[])problem.Gram.Clone();
            for (var j = 0; j < problem.Size; j++)
            {
                shifted[(j * problem.Size) + j] += 1;
            }

            _eigen = SymmetricEigen.Decompose(shifted, problem.Size);
            if (!_eigen.IsConverged)
            {
                throw new ModelException("The eigenvalues of the features' correlations did not settle.", "Set a fixed penalty, which needs none.");
            }
        }

        public void Solve(int horizon, ReadOnlySpan<double> penalties, Span<double> coefficients, CancellationToken cancellationToken)
        {
            var n = _problem.Size;
            var along = new double[n];
            for (var k = 0; k < n; k++)
            {
                along[k] = SpanMath.Dot(_eigen.Vector(k), _problem.Products[horizon]);
            }

            for (var p = 0; p < penalties.Length; p++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var own = coefficients.Slice(p * n, n);
                own.Clear();
                for (var k = 0; k < n; k++)
                {
                    // Rounding can leave an eigenvalue of a singular matrix below zero.
                    var step = along[k] / (Math.Max(0, _eigen.Values[k] - 1) + penalties[p]);
                    TensorPrimitives.MultiplyAdd(_eigen.Vector(k), step, own, own);
                }

                // Rounding leaves a trace in columns that do not vary, whose slope would be divided by a scale of zero.
                for (var j = 0; j < n; j++)
                {
                    own[j] = _problem.Scales[j] == 0 ? 0 : own[j];
                }
            }
        }
    }
}
