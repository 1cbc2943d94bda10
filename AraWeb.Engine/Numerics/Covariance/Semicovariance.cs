namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>
/// Mean product of the shortfalls below a benchmark return, as in Estrada (2008), "Mean-semivariance optimization: a heuristic approach": positive
/// semidefinite by construction. Gaps: each pair on the days it shares, then repaired.
/// </summary>
internal sealed class Semicovariance(double benchmark) : ICovarianceEstimator
{
    /// <inheritdoc/>
    public string Id => $"semi{benchmark}";

    /// <inheritdoc/>
    public CovarianceEstimate Estimate(ReturnMatrix returns)
    {
        var shortfalls = new ReturnMatrix(returns.Assets, returns.Days);
        for (var i = 0; i < returns.Assets; i++)
        {
            var from = returns[i];
            var to = shortfalls[i];
            for (var t = 0; t < from.Length; t++)
            {
                to[t] = Math.Min(from[t] - benchmark, 0);
            }
        }

        var weights = new double[returns.Days];
        Array.Fill(weights, 1);
        return WeightedProducts.Estimate(shortfalls, weights, ReturnCentre.Zero, freedom: 0);
    }
}
