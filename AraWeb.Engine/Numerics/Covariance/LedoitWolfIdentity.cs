namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>
/// Sample covariance shrunk to the mean variance times the identity: Ledoit and Wolf, "A well-conditioned estimator for large-dimensional covariance
/// matrices" (2004). Divides by days, as they do. Gaps: days on which all assets have a return.
/// </summary>
internal sealed class LedoitWolfIdentity : ICovarianceEstimator
{
    /// <inheritdoc/>
    public string Id => "ledoit_wolf_identity";

    /// <inheritdoc/>
    public CovarianceEstimate Estimate(ReturnMatrix returns)
    {
        var centred = CentredReturns.Of(returns);
        var (n, days) = (centred.Assets, centred.Days);
        var sample = GramMatrix.Of(centred.Values, n);
        var trace = 0.0;
        for (var k = 0; k < sample.Length; k++)
        {
            sample[k] /= days;
            trace += k % (n + 1) == 0 ? sample[k] : 0;
        }

        var squares = new double[days];
        for (var i = 0; i < n; i++)
        {
            var row = centred[i];
            for (var t = 0; t < days; t++)
            {
                squares[t] += row[t] * row[t];
            }
        }

        // d2: squared distance of the sample from the target; b2: squared error of the sample (Ledoit and Wolf, section 3.2, without their common 1/n).
        var mean = trace / n;
        var norm = SpanMath.Dot(sample, sample);
        var distance = norm - (n * mean * mean);
        var error = ((SpanMath.Dot(squares, squares) / days) - norm) / days;
        var intensity = distance > 0 ? Math.Clamp(error / distance, 0, 1) : 0;
        for (var k = 0; k < sample.Length; k++)
        {
            sample[k] *= 1 - intensity;
            sample[k] += k % (n + 1) == 0 ? intensity * mean : 0;
        }

        return new CovarianceEstimate(n, sample, days, intensity, null);
    }
}
