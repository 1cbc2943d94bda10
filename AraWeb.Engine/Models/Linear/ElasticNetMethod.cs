namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// The penalty times (share * sum of amounts + (1 - share) / 2 * sum of squares): Zou and Hastie (2005), with scikit-learn's alpha and l1_ratio. A share of one
/// is the lasso (Tibshirani 1996). Solved by coordinate descent; the path starts each penalty from the one before.
/// </summary>
/// <param name="share">Share of the amounts in the penalty, above 0 and up to 1.</param>
/// <param name="settings">When the iterations end.</param>
internal sealed class ElasticNetMethod(double share, LinearSettings settings) : ILinearMethod
{
    /// <summary>Times the largest penalty, at which all are zero: rounding must not let one through.</summary>
    private const double Margin = 1 + 1e-12;

    /// <inheritdoc/>
    public double LargestPenalty(LinearProblem problem, int horizon)
    {
        var largest = 0.0;
        foreach (var product in problem.Products[horizon])
        {
            largest = Math.Max(largest, Math.Abs(product));
        }

        // Where nothing goes with the target any penalty gives zeros.
        return largest == 0 ? 1 : largest / share * Margin;
    }

    /// <inheritdoc/>
    public ILinearPath Prepare(LinearProblem problem) => new WarmPath(this, problem);

    /// <inheritdoc/>
    public LinearSolution Solve(LinearProblem problem, int horizon, double penalty, CancellationToken cancellationToken)
    {
        var coefficients = new double[problem.Size];
        var descent = new CoordinateDescent(problem, horizon);
        var end = Minimise(descent, penalty, coefficients, cancellationToken);

        // The number of coefficients that are not zero is unbiased for the lasso (Zou, Hastie and Tibshirani 2007), and an upper bound here.
        var used = 0;
        foreach (var coefficient in coefficients)
        {
            used += coefficient == 0 ? 0 : 1;
        }

        return new LinearSolution(coefficients, used, end.Status, end.Iterations, end.Gap);
    }

    private DescentEnd Minimise(CoordinateDescent descent, double penalty, Span<double> coefficients, CancellationToken cancellationToken) =>
        descent.Minimise(penalty * share, penalty * (1 - share), coefficients, settings.MaxIterations, settings.Tolerance, cancellationToken);

    private sealed class WarmPath(ElasticNetMethod method, LinearProblem problem) : ILinearPath
    {
        public void Solve(int horizon, ReadOnlySpan<double> penalties, Span<double> coefficients, CancellationToken cancellationToken)
        {
            var descent = new CoordinateDescent(problem, horizon);
            var current = new double[problem.Size];
            for (var p = 0; p < penalties.Length; p++)
            {
                method.Minimise(descent, penalties[p], current, cancellationToken);
                current.CopyTo(coefficients[(p * problem.Size)..]);
            }
        }
    }
}
