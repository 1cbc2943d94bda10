using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Evaluation;

/// <summary>Diebold and Mariano (1995): is the mean difference of two losses zero?</summary>
public static class DieboldMariano
{
    /// <summary>
    /// One-sided p-value for "the first forecast is better": mean(loss - rival) below zero. The long-run variance is Newey and West's (1987) with Bartlett
    /// weights and max(h - 1, floor(1.2 n^(1/3))) lags, since losses stay correlated beyond the overlap; Student t with n - 1 degrees of freedom.
    /// </summary>
    /// <param name="loss">[N] losses of the first forecast.</param>
    /// <param name="rival">[N] losses of the second.</param>
    /// <param name="horizon">Bars ahead of the forecasts.</param>
    /// <returns>NaN with fewer than 10 pairs or when the losses never differ.</returns>
    public static double BetterP(ReadOnlySpan<double> loss, ReadOnlySpan<double> rival, int horizon)
    {
        if (loss.Length != rival.Length)
        {
            throw new ArgumentException($"{loss.Length} losses against {rival.Length}.", nameof(rival));
        }

        var n = loss.Length;
        if (n < 10)
        {
            return double.NaN;
        }

        var differences = new double[n];
        var mean = 0.0;
        for (var i = 0; i < n; i++)
        {
            differences[i] = loss[i] - rival[i];
            mean += differences[i] / n;
        }

        var lags = Math.Min(n - 1, Math.Max(horizon - 1, (int)(1.2 * Math.Cbrt(n))));
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

        return longRun > 0 ? StudentT.CDF(0, 1, n - 1, mean / Math.Sqrt(longRun / n)) : double.NaN;
    }
}
