using AraWeb.Engine.Core;

namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>
/// Weighted mean products of returns. With gaps each asset is centred on its own days, each pair taken on the days it shares, and the result made positive
/// semidefinite by <see cref="NearestCorrelation"/> where it is not.
/// </summary>
internal static class WeightedProducts
{
    /// <summary>Estimates sum(w x y) / sum(w) over the days of each pair.</summary>
    /// <param name="returns">NaN where an asset has no return.</param>
    /// <param name="weights">[Days] positive.</param>
    /// <param name="centre">What returns are measured from.</param>
    /// <param name="freedom">Taken from the sum of weights under each pair: 1 for an unbiased estimate under equal weights of 1, else 0.</param>
    public static CovarianceEstimate Estimate(ReturnMatrix returns, ReadOnlySpan<double> weights, ReturnCentre centre, double freedom)
    {
        var (n, days) = (returns.Assets, returns.Days);
        var scaled = new double[n * days];
        var present = returns.HasGaps ? new double[n * days] : null;
        for (var i = 0; i < n; i++)
        {
            var row = returns[i];
            var mean = centre == ReturnCentre.Mean ? Mean(row, weights) : 0;
            for (var t = 0; t < days; t++)
            {
                if (!double.IsNaN(row[t]))
                {
                    scaled[(i * days) + t] = Math.Sqrt(weights[t]) * (row[t] - mean);
                    present?[(i * days) + t] = Math.Sqrt(weights[t]);
                }
            }
        }

        var shared = SharedDays(returns);
        if (shared < 2)
        {
            throw new InputException(
                "returns", $"{shared} shared days", "Give at least two days that every pair of assets shares, or leave the youngest assets out.");
        }

        var products = GramMatrix.Of(scaled, n);
        var total = SpanMath.Sum(weights) - freedom;
        var totals = present is null ? null : GramMatrix.Of(present, n);
        for (var k = 0; k < products.Length; k++)
        {
            products[k] /= totals is null ? total : totals[k] - freedom;
        }

        return present is null ? new CovarianceEstimate(n, products, shared, 0, null) : Repaired(products, n, shared);
    }

    private static CovarianceEstimate Repaired(double[] covariance, int n, int shared)
    {
        var correlations = Correlation.FromCovariance(covariance, n);
        var repair = NearestCorrelation.Repair(correlations, n);
        return new CovarianceEstimate(n, Correlation.ToCovariance(correlations, Correlation.Deviations(covariance, n)), shared, 0, repair);
    }

    /// <summary>Weighted mean, measured from the first return so that it is exactly the common value where all are equal.</summary>
    private static double Mean(ReadOnlySpan<double> row, ReadOnlySpan<double> weights)
    {
        var (origin, sum, total) = (double.NaN, 0.0, 0.0);
        for (var t = 0; t < row.Length; t++)
        {
            if (!double.IsNaN(row[t]))
            {
                origin = double.IsNaN(origin) ? row[t] : origin;
                sum += weights[t] * (row[t] - origin);
                total += weights[t];
            }
        }

        return origin + (sum / total);
    }

    private static int SharedDays(ReturnMatrix returns)
    {
        if (!returns.HasGaps)
        {
            return returns.Days;
        }

        var (n, days) = (returns.Assets, returns.Days);
        var present = new double[n * days];
        var values = returns.Values;
        for (var k = 0; k < present.Length; k++)
        {
            present[k] = double.IsNaN(values[k]) ? 0 : 1;
        }

        return (int)SpanMath.Min(GramMatrix.Of(present, n));
    }
}
