using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Evaluation.Overfitting;

/// <summary>
/// How much of a Sharpe ratio is luck: Bailey and Lopez de Prado (2012), "The Sharpe ratio efficient frontier", and (2014), "The deflated Sharpe ratio";
/// Bailey, Borwein, Lopez de Prado and Zhu (2014), "Pseudo-mathematics and financial charlatanism". All ratios are per period. NaN in, NaN out. Returns that
/// depend on their own past make the ratios look surer than they are; the formulas leave that out.
/// </summary>
public static class SharpeStatistics
{
    /// <summary>Euler and Mascheroni's constant.</summary>
    private const double EulerGamma = 0.57721566490153286;

    /// <summary>Probability that the true Sharpe ratio lies above <paramref name="benchmark"/>, from the returns' length, skewness and tails.</summary>
    /// <param name="moments">Of the returns; see <see cref="ReturnMoments.Of"/>.</param>
    /// <param name="benchmark">Sharpe ratio per period to be beaten, for example 0.</param>
    /// <returns>NaN with fewer than two periods or moments that no series has.</returns>
    public static double Probabilistic(ReturnMoments moments, double benchmark)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var variance = VarianceFactor(moments);
        return moments.Count < 2 || !(variance > 0)
            ? double.NaN
            : Normal.CDF(0, 1, (moments.Sharpe - benchmark) * Math.Sqrt(moments.Count - 1) / Math.Sqrt(variance));
    }

    /// <summary>Expected largest of <paramref name="trials"/> independent standard normal values, in standard deviations; 0 for one trial.</summary>
    /// <param name="trials">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one trial.</exception>
    public static double ExpectedMaximum(int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        return trials == 1
            ? 0
            : ((1 - EulerGamma) * Normal.InvCDF(0, 1, 1 - (1.0 / trials))) + (EulerGamma * Normal.InvCDF(0, 1, 1 - (1 / (trials * Math.E))));
    }

    /// <summary>
    /// Deflated Sharpe ratio: the probability that the true ratio lies above what the best of so many useless trials would have shown. All trials count,
    /// also those that nobody looked at twice; trials that resemble each other count less than one each, so the answer is on the careful side for them.
    /// </summary>
    /// <param name="moments">Of the returns of the trial that was chosen.</param>
    /// <param name="trialDeviation">Standard deviation of the Sharpe ratios of the trials, per period.</param>
    /// <param name="trials">Number of trials, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one trial.</exception>
    public static double Deflated(ReturnMoments moments, double trialDeviation, int trials) =>
        Probabilistic(moments, trialDeviation * ExpectedMaximum(trials));

    /// <summary>Periods after which a Sharpe ratio like this one would be told from <paramref name="benchmark"/>.</summary>
    /// <param name="moments">Of the returns so far; their number does not enter.</param>
    /// <param name="benchmark">Sharpe ratio per period to be beaten.</param>
    /// <param name="confidence">For example 0.95.</param>
    /// <returns>Positive infinity where the ratio does not lie above the benchmark: no record is long enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence lies outside 0 to 1.</exception>
    public static double MinimumTrackRecord(ReturnMoments moments, double benchmark, double confidence)
    {
        ArgumentNullException.ThrowIfNull(moments);
        Arguments.RequireLevel(confidence, nameof(confidence));
        var distance = moments.Sharpe - benchmark;
        if (distance <= 0)
        {
            return double.PositiveInfinity;
        }

        var z = Normal.InvCDF(0, 1, confidence) / distance;
        return 1 + (VarianceFactor(moments) * z * z);
    }

    /// <summary>Years of history below which the best of so many useless trials is expected to show <paramref name="annualSharpe"/>.</summary>
    /// <param name="trials">Number of trials, at least 1.</param>
    /// <param name="annualSharpe">The annualised Sharpe ratio that would impress.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one trial.</exception>
    public static double MinimumBacktestYears(int trials, double annualSharpe)
    {
        var ratio = ExpectedMaximum(trials) / annualSharpe;
        return ratio * ratio;
    }

    /// <summary>Variance of an estimated Sharpe ratio times the periods less one.</summary>
    private static double VarianceFactor(ReturnMoments moments) =>
        1 - (moments.Skewness * moments.Sharpe) + ((moments.Kurtosis - 1) / 4 * moments.Sharpe * moments.Sharpe);
}
