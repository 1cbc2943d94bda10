namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>
/// Exponentially weighted covariance, RiskMetrics (1996): a day that is one half-life old counts half. Gaps: each pair on the days it shares with the
/// weights of those days, then repaired.
/// </summary>
internal sealed class ExponentialCovariance : ICovarianceEstimator
{
    private readonly double _halfLife;
    private readonly ReturnCentre _centre;

    /// <summary>Makes an estimator.</summary>
    /// <param name="halfLife">Days after which a return counts half; positive.</param>
    /// <param name="centre">What returns are measured from.</param>
    public ExponentialCovariance(double halfLife, ReturnCentre centre)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfLife);
        _halfLife = halfLife;
        _centre = centre;
    }

    /// <inheritdoc/>
    public string Id => _centre == ReturnCentre.Zero ? $"ew{_halfLife}_zero" : $"ew{_halfLife}";

    /// <summary>[days] weights 0.5^(age / halfLife), the newest day last and 1.</summary>
    public static double[] Weights(int days, double halfLife)
    {
        var weights = new double[days];
        for (var t = 0; t < days; t++)
        {
            weights[t] = Math.Pow(0.5, (days - 1 - t) / halfLife);
        }

        return weights;
    }

    /// <inheritdoc/>
    public CovarianceEstimate Estimate(ReturnMatrix returns) =>
        WeightedProducts.Estimate(returns, Weights(returns.Days, _halfLife), _centre, freedom: 0);
}
