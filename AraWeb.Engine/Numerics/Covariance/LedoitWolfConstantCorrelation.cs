namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>
/// Sample covariance shrunk to constant correlation with the intensity that Ledoit and Wolf estimate: "Honey, I shrunk the sample covariance matrix" (2004,
/// working paper 2003), appendix. Divides by days, as they do. Gaps: days on which all assets have a return.
/// </summary>
internal sealed class LedoitWolfConstantCorrelation : ICovarianceEstimator
{
    /// <inheritdoc/>
    public string Id => "ledoit_wolf_cc";

    /// <inheritdoc/>
    public CovarianceEstimate Estimate(ReturnMatrix returns)
    {
        var centred = CentredReturns.Of(returns);
        var (n, days) = (centred.Assets, centred.Days);
        var sample = GramMatrix.Of(centred.Values, n);
        for (var k = 0; k < sample.Length; k++)
        {
            sample[k] /= days;
        }

        var deviations = Correlation.Deviations(sample, n);
        var correlations = Correlation.FromCovariance(sample, n);
        var mean = Correlation.Mean(correlations, deviations);
        var intensity = Intensity(centred, sample, deviations, mean);
        Correlation.ShrinkTo(mean, intensity, correlations, deviations);
        return new CovarianceEstimate(n, Correlation.ToCovariance(correlations, deviations), days, intensity, null);
    }

    /// <summary>
    /// (pi - rho) / gamma / T within [0, 1]. Sums over pairs of fourth moments are sums over days of the product of two sums over assets, so that only the
    /// sample covariance itself costs assets squared times days.
    /// </summary>
    private static double Intensity(ReturnMatrix returns, double[] sample, double[] deviations, double meanCorrelation)
    {
        var (n, days) = (returns.Assets, returns.Days);
        var squares = new double[days];
        var cubes = new double[days];
        var scaled = new double[days];
        var (ownMoments, ownPhi) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var row = returns[i];
            var deviation = deviations[i];
            if (deviation == 0)
            {
                continue;
            }

            var fourth = 0.0;
            for (var t = 0; t < days; t++)
            {
                var square = row[t] * row[t];
                squares[t] += square;
                cubes[t] += square * row[t] / deviation;
                scaled[t] += row[t] * deviation;
                fourth += square * square;
            }

            ownMoments += fourth / days;
            ownPhi += (fourth / days) - (sample[(i * n) + i] * sample[(i * n) + i]);
        }

        var (products, distance) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i != j)
                {
                    var scale = deviations[i] * deviations[j];
                    var gap = sample[(i * n) + j] - (meanCorrelation * scale);
                    products += scale * sample[(i * n) + j];
                    distance += gap * gap;
                }
            }
        }

        var phi = (SpanMath.Dot(squares, squares) / days) - SpanMath.Dot(sample, sample);
        var rho = ownPhi + (meanCorrelation * ((SpanMath.Dot(cubes, scaled) / days) - ownMoments - products));
        return distance == 0 ? 0 : Math.Clamp((phi - rho) / distance / days, 0, 1);
    }
}
