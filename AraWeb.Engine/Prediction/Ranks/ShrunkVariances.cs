using AraWeb.Engine.Numerics.Covariance;

namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>
/// Exponentially weighted variances, in logs, moved towards the median of their group as far as their own error asks for (empirical Bayes, as in Efron and
/// Morris 1975): hardly at all with a year of days, by half or more with a month of them.
/// </summary>
internal static class ShrunkVariances
{
    /// <summary>
    /// Variance of a log variance from n days, times n: 2 under normal returns, about twice that with the tails of daily returns.
    /// </summary>
    private const double ErrorTimesDays = 4;

    /// <summary>A group with fewer assets than this is judged with all others.</summary>
    private const int SmallestGroup = 5;

    /// <summary>[assets] log variances per day. An asset that is not judged on its own gets the median of its group.</summary>
    /// <param name="returns">Per day, centred on zero.</param>
    /// <param name="halfLife">Days after which a squared return counts half.</param>
    /// <param name="groups">[assets] kind of each asset.</param>
    /// <param name="isSeen">[assets] true for assets with days enough that still trade.</param>
    public static double[] Logs(ReturnMatrix returns, double halfLife, IReadOnlyList<int> groups, IReadOnlyList<bool> isSeen)
    {
        var n = returns.Assets;
        var logs = new double[n];
        var errors = new double[n];
        var weights = ExponentialCovariance.Weights(returns.Days, halfLife);
        for (var i = 0; i < n; i++)
        {
            (logs[i], errors[i]) = isSeen[i] ? LogVariance(returns[i], weights) : (double.NaN, double.NaN);
        }

        var shrunk = new double[n];
        foreach (var group in groups.Distinct())
        {
            int[] members = [.. Enumerable.Range(0, n).Where(i => groups[i] == group)];
            double[] known = [.. members.Select(i => logs[i]).Where(double.IsFinite)];
            known = known.Length >= SmallestGroup ? known : [.. logs.Where(double.IsFinite)];
            var (middle, spread) = (Middle.Of(known), Spread(known));
            foreach (var i in members)
            {
                var own = double.IsFinite(logs[i]) && spread > 0 ? Math.Max(0, 1 - (errors[i] / spread)) : 0;
                shrunk[i] = own > 0 ? middle + (own * (logs[i] - middle)) : middle;
            }
        }

        return shrunk;
    }

    /// <summary>The log of the weighted mean square, and the variance of that log.</summary>
    private static (double Log, double Error) LogVariance(ReadOnlySpan<double> returns, double[] weights)
    {
        var (squares, total, totalSquares) = (0.0, 0.0, 0.0);
        for (var t = 0; t < returns.Length; t++)
        {
            if (!double.IsNaN(returns[t]))
            {
                squares += weights[t] * returns[t] * returns[t];
                total += weights[t];
                totalSquares += weights[t] * weights[t];
            }
        }

        return (Math.Log(squares / total), ErrorTimesDays * totalSquares / (total * total));
    }

    private static double Spread(double[] values)
    {
        if (values.Length == 0)
        {
            return 0;
        }

        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / values.Length;
    }
}
