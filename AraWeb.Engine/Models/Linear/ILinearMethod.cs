namespace AraWeb.Engine.Models.Linear;

/// <summary>A penalty on the coefficients and the way to the minimum.</summary>
internal interface ILinearMethod
{
    /// <summary>The largest penalty worth trying.</summary>
    double LargestPenalty(LinearProblem problem, int horizon);

    /// <summary>Prepares for many penalties on one problem.</summary>
    ILinearPath Prepare(LinearProblem problem);

    /// <summary>Solves for one penalty, as exactly as the method can.</summary>
    /// <exception cref="Core.ModelException">There is no solution to working precision.</exception>
    LinearSolution Solve(LinearProblem problem, int horizon, double penalty, CancellationToken cancellationToken);
}
