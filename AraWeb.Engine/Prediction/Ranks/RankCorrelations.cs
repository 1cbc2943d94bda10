using AraWeb.Engine.Numerics.Covariance;

namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>
/// Correlations for ranks: exponentially weighted over overlapping returns of several days, shrunk to their mean the more the shorter the history. The sums
/// over k days weigh lagged products like Newey and West (1987) with k - 1 lags; the matrix is positive semidefinite where no asset is younger than the rest,
/// and repaired where one is.
/// </summary>
internal static class RankCorrelations
{
    /// <summary>Estimates; the variances of the result are 1.</summary>
    /// <param name="returns">Per day.</param>
    /// <param name="isSeen">[assets] false for assets with too few days: they get the links that assets have with the average of all.</param>
    /// <param name="settings">Half-life, days and shrinkage.</param>
    public static CovarianceEstimate Estimate(ReturnMatrix returns, IReadOnlyList<bool> isSeen, RankCorrelationSettings settings)
    {
        int[] seen = [.. Enumerable.Range(0, returns.Assets).Where(i => isSeen[i])];
        var n = returns.Assets;
        var estimate = new CovarianceEstimate(n, Identity(n), 0, 1, null);
        if (seen.Length < 2)
        {
            return estimate;
        }

        var sums = Overlapping(returns, seen, settings.OverlapDays);
        var raw = new ExponentialCovariance(settings.HalfLife, ReturnCentre.Zero).Estimate(sums);
        var weights = ExponentialCovariance.Weights(sums.Days, settings.HalfLife);
        var effective = weights.Sum() * weights.Sum() / weights.Sum(weight => weight * weight);
        var intensity = settings.LeastShrinkage + ((1 - settings.LeastShrinkage) * settings.TargetDays / (settings.TargetDays + effective));
        var correlations = raw.Correlations();
        var deviations = raw.Deviations();
        Correlation.ShrinkTo(Correlation.Mean(correlations, deviations), intensity, correlations, deviations);
        Spread(correlations, seen, isSeen, estimate.Values);
        return estimate with { Days = raw.Days, Shrinkage = intensity, Repair = raw.Repair };
    }

    private static double[] Identity(int n)
    {
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            matrix[(i * n) + i] = 1;
        }

        return matrix;
    }

    private static ReturnMatrix Overlapping(ReturnMatrix returns, int[] seen, int span)
    {
        var sums = new ReturnMatrix(seen.Length, returns.Days - span + 1);
        for (var i = 0; i < seen.Length; i++)
        {
            var from = returns[seen[i]];
            var to = sums[i];
            for (var t = 0; t < to.Length; t++)
            {
                var sum = 0.0;
                for (var k = 0; k < span; k++)
                {
                    sum += from[t + k];
                }

                to[t] = sum;
            }
        }

        return sums;
    }

    /// <summary>
    /// Writes the correlations of the seen assets into the whole matrix, and for the others those of b m + e: m the standardised average of the seen, b the
    /// mean correlation with it, e a part of their own. Such assets exist, so the matrix stays positive semidefinite.
    /// </summary>
    private static void Spread(double[] correlations, int[] seen, IReadOnlyList<bool> isSeen, double[] whole)
    {
        var (count, n) = (seen.Length, isSeen.Count);
        var withAverage = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                withAverage[i] += correlations[(i * count) + j] / count;
                whole[(seen[i] * n) + seen[j]] = correlations[(i * count) + j];
            }
        }

        var scale = Math.Sqrt(withAverage.Average());
        var link = scale > 0 ? withAverage.Average() / scale : 0;
        for (var a = 0; a < n; a++)
        {
            for (var i = 0; i < count && !isSeen[a]; i++)
            {
                whole[(a * n) + seen[i]] = whole[(seen[i] * n) + a] = scale > 0 ? link * withAverage[i] / scale : 0;
            }

            for (var b = 0; b < a && !isSeen[a]; b++)
            {
                if (!isSeen[b])
                {
                    whole[(a * n) + b] = whole[(b * n) + a] = link * link;
                }
            }
        }
    }
}
