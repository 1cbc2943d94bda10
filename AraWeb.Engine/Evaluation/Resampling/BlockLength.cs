using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Evaluation.Resampling;

/// <summary>
/// The mean block length that a series asks of the stationary bootstrap: Politis and White (2004), "Automatic block-length selection for the dependent
/// bootstrap", with the correction of Patton, Politis and White (2009).
/// </summary>
public static class BlockLength
{
    /// <summary>Neighbouring autocorrelations that must be small before dependence counts as over: K_N of Politis and White (2004), footnote c.</summary>
    private const int RunLength = 5;

    /// <summary>Fewer values than this have no autocorrelations to speak of.</summary>
    private const int MinCount = 10;

    /// <summary>The block length that makes the bootstrap variance of the mean most exact.</summary>
    /// <param name="values">[N] rows in time.</param>
    /// <returns>At least 1, at most the smaller of 3 sqrt(N) and N / 3; 1 for fewer than 10 rows and for a series that never changes.</returns>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static double ForStationary(ReadOnlySpan<double> values)
    {
        Arguments.RequireFinite(values, nameof(values));
        var n = values.Length;
        if (n < MinCount)
        {
            return 1;
        }

        var run = Math.Max(RunLength, (int)Math.Log10(n));
        var covariances = Covariances(values, Math.Min(n - 1, (int)Math.Ceiling(Math.Sqrt(n)) + run));
        if (covariances[0] == 0)
        {
            return 1;
        }

        var lags = Bandwidth(covariances, run, 2 * Math.Sqrt(Math.Log10(n) / n));
        var (slope, longRun) = (0.0, covariances[0]);
        for (var lag = 1; lag <= lags; lag++)
        {
            var weight = 2 * Math.Min(1, 2 * (1 - ((double)lag / lags)));
            slope += weight * lag * covariances[lag];
            longRun += weight * covariances[lag];
        }

        var length = Math.Cbrt(slope * slope / (longRun * longRun) * n);
        return Math.Clamp(length, 1, Math.Ceiling(Math.Min(3 * Math.Sqrt(n), n / 3.0)));
    }

    /// <summary>Twice the lag after which a whole run of autocorrelations lies within the band; all lags where none does.</summary>
    private static int Bandwidth(double[] covariances, int run, double band)
    {
        var largest = covariances.Length - 1;
        var inBand = 0;
        for (var lag = 1; lag <= largest; lag++)
        {
            inBand = Math.Abs(covariances[lag] / covariances[0]) < band ? inBand + 1 : 0;
            if (inBand == run)
            {
                return Math.Min(largest, 2 * Math.Max(1, lag - run));
            }
        }

        return largest;
    }

    private static double[] Covariances(ReadOnlySpan<double> values, int lags)
    {
        var mean = SpanMath.Mean(values);
        var covariances = new double[lags + 1];
        for (var lag = 0; lag <= lags; lag++)
        {
            covariances[lag] = SpanMath.SumOfProducts(values[lag..], mean, values[..^lag], mean) / values.Length;
        }

        return covariances;
    }
}
