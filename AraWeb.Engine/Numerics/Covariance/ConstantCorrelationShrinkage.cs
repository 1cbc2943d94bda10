namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>
/// Another estimate whose correlations are moved by a fixed share towards their mean; variances stay. The target is Elton and Gruber's (1973) constant
/// correlation model. Gaps: as in the estimator underneath.
/// </summary>
internal sealed class ConstantCorrelationShrinkage : ICovarianceEstimator
{
    private readonly ICovarianceEstimator _inner;
    private readonly double _intensity;

    /// <summary>Makes an estimator.</summary>
    /// <param name="inner">What is shrunk.</param>
    /// <param name="intensity">0 leaves it as it is, 1 makes all correlations equal.</param>
    public ConstantCorrelationShrinkage(ICovarianceEstimator inner, double intensity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(intensity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(intensity, 1);
        _inner = inner;
        _intensity = intensity;
    }

    /// <inheritdoc/>
    public string Id => $"{_inner.Id}_cc{_intensity}";

    /// <inheritdoc/>
    public CovarianceEstimate Estimate(ReturnMatrix returns)
    {
        var estimate = _inner.Estimate(returns);
        var deviations = estimate.Deviations();
        var correlations = estimate.Correlations();

        // Below zero the mean stays above -1/(n - 1), so the target is positive semidefinite too.
        Correlation.ShrinkTo(Correlation.Mean(correlations, deviations), _intensity, correlations, deviations);
        return estimate with { Values = Correlation.ToCovariance(correlations, deviations), Shrinkage = _intensity };
    }
}
