using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Evaluation;

/// <summary>Diebold and Mariano (1995): is the mean difference of two losses zero?</summary>
public static class DieboldMariano
{
    /// <summary>Fewer pairs than this tell nothing.</summary>
    private const int MinCount = 10;

    /// <summary>One-sided p-value for "the first forecast is better"; see <see cref="Test"/>.</summary>
    /// <param name="loss">[N] losses of the first forecast.</param>
    /// <param name="rival">[N] losses of the second.</param>
    /// <param name="horizon">Bars ahead of the forecasts.</param>
    /// <returns>NaN with fewer than 10 pairs or when the losses never differ.</returns>
    public static double BetterP(ReadOnlySpan<double> loss, ReadOnlySpan<double> rival, int horizon) => Test(loss, rival, horizon).BetterP;

    /// <summary>
    /// Tests the mean of loss - rival against zero. The long-run variance is Newey and West's (1987) with Bartlett weights and max(h - 1, floor(1.2 n^(1/3)))
    /// lags, since losses stay correlated beyond the overlap; Student t with n - 1 degrees of freedom. The factor of Harvey, Leybourne and Newbold (1997) is
    /// left out: it corrects the unweighted sum of h - 1 covariances, which can turn negative. Where many symbols share a day, give the means of days
    /// (<see cref="DayMeans"/>).
    /// </summary>
    /// <param name="loss">[N] losses of the first forecast.</param>
    /// <param name="rival">[N] losses of the second.</param>
    /// <param name="horizon">Bars ahead of the forecasts.</param>
    /// <returns>NaN in all but the mean and the counts with fewer than 10 pairs or when the losses never differ; NaN throughout for NaN losses.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static DieboldMarianoResult Test(ReadOnlySpan<double> loss, ReadOnlySpan<double> rival, int horizon)
    {
        if (loss.Length != rival.Length)
        {
            throw new ArgumentException($"{loss.Length} losses against {rival.Length}.", nameof(rival));
        }

        var n = loss.Length;
        var differences = new double[n];
        var mean = 0.0;
        for (var i = 0; i < n; i++)
        {
            differences[i] = loss[i] - rival[i];
            mean += differences[i] / n;
        }

        var lags = Math.Max(0, Math.Min(n - 1, Math.Max(horizon - 1, (int)(1.2 * Math.Cbrt(n)))));
        var longRun = n < MinCount ? 0 : LongRunVariance(differences, mean, lags);
        if (!(longRun > 0))
        {
            return new DieboldMarianoResult(n == 0 ? double.NaN : mean, double.NaN, double.NaN, double.NaN, double.NaN, lags, n);
        }

        var error = Math.Sqrt(longRun / n);
        var better = StudentT.CDF(0, 1, n - 1, mean / error);
        var twoSided = 2 * StudentT.CDF(0, 1, n - 1, -Math.Abs(mean / error));
        return new DieboldMarianoResult(mean, error, mean / error, better, twoSided, lags, n);
    }

    private static double LongRunVariance(ReadOnlySpan<double> differences, double mean, int lags)
    {
        var n = differences.Length;
        var longRun = 0.0;
        for (var lag = 0; lag <= lags; lag++)
        {
            var covariance = 0.0;
            for (var i = lag; i < n; i++)
            {
                covariance += (differences[i] - mean) * (differences[i - lag] - mean);
            }

            longRun += (lag == 0 ? 1 : 2 * (1 - (lag / (lags + 1.0)))) * covariance / n;
        }

        return longRun;
    }
}
