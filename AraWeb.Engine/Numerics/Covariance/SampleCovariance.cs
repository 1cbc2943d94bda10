namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>The unbiased sample covariance, sum (x - mx)(y - my) / (days - 1). Gaps: each pair on the days it shares, then repaired.</summary>
internal sealed class SampleCovariance : ICovarianceEstimator
{
    /// <inheritdoc/>
    public string Id => "sample";

    /// <inheritdoc/>
    public CovarianceEstimate Estimate(ReturnMatrix returns)
    {
        var weights = new double[returns.Days];
        Array.Fill(weights, 1);
        return WeightedProducts.Estimate(returns, weights, ReturnCentre.Mean, freedom: 1);
    }
}
