namespace AraWeb.Engine.Numerics;

/// <summary>
/// Proper scoring rules for one forecast and one outcome. All are losses: lower is better. NaN in, NaN out. A "log score" of which more is better is minus
/// the log loss.
/// </summary>
public static partial class Scores
{
    /// <summary>
    /// QLIKE of a variance forecast: y/f - ln(y/f) - 1, zero when equal. Patton (2011), "Volatility forecast comparison using imperfect volatility proxies".
    /// </summary>
    /// <param name="realised">Variance proxy, positive.</param>
    /// <param name="forecast">Forecast variance, positive.</param>
    public static double Qlike(double realised, double forecast)
    {
        var ratio = realised / forecast;
        return ratio - Math.Log(ratio) - 1;
    }

    /// <summary>Pinball (quantile) loss at <paramref name="level"/>: (level - 1[y &lt; q]) (y - q). Koenker and Bassett (1978).</summary>
    public static double Pinball(double level, double quantile, double outcome)
    {
        var error = outcome - quantile;
        return error >= 0 ? level * error : (level - 1) * error;
    }

    /// <summary>
    /// Winkler's interval score: width plus 2/alpha times the distance by which the outcome missed the interval. Gneiting and Raftery (2007), eq. 43.
    /// </summary>
    /// <param name="lower">Lower end.</param>
    /// <param name="upper">Upper end.</param>
    /// <param name="outcome">What came.</param>
    /// <param name="probability">Nominal probability of the interval, for example 0.9.</param>
    public static double Winkler(double lower, double upper, double outcome, double probability)
    {
        var miss = outcome < lower ? lower - outcome : outcome > upper ? outcome - upper : 0;
        return upper - lower + (2 / (1 - probability) * miss);
    }

    /// <summary>
    /// Continuous ranked probability score of a distribution known by quantiles: twice the integral of the pinball loss over the levels, by the trapezoid
    /// rule between the given levels and held constant outside of them. Exact in the limit of many levels; the same rule for every forecast, so
    /// scores compare.
    /// </summary>
    /// <param name="levels">[Q] ascending probabilities in (0, 1).</param>
    /// <param name="values">[Q] quantiles.</param>
    /// <param name="outcome">What came, in the unit of the quantiles.</param>
    /// <exception cref="ArgumentException">The spans differ in length or are empty.</exception>
    public static double CrpsFromQuantiles(ReadOnlySpan<double> levels, ReadOnlySpan<double> values, double outcome)
    {
        if (levels.Length != values.Length || levels.IsEmpty)
        {
            throw new ArgumentException($"{levels.Length} levels for {values.Length} quantiles.", nameof(values));
        }

        var previous = Pinball(levels[0], values[0], outcome);
        var integral = levels[0] * previous;
        for (var i = 1; i < levels.Length; i++)
        {
            var current = Pinball(levels[i], values[i], outcome);
            integral += 0.5 * (levels[i] - levels[i - 1]) * (previous + current);
            previous = current;
        }

        integral += (1 - levels[^1]) * previous;
        return 2 * integral;
    }

    /// <summary>
    /// Minus the log density, in nats, of a distribution known by quantiles: uniform between neighbours and, beyond the outermost, halving with every further
    /// distance to the next quantile inside, which is the density of <see cref="Core.Quantiles.ProbabilityBelow(double)"/>. Nine quantiles are
    /// coarse: the score is
    /// about 0.008 nats worse than that of the whole density if the truth is normal, 0.014 if it is a t with five degrees of freedom. Compare it only
    /// with scores by the same rule.
    /// </summary>
    /// <param name="levels">[Q] ascending probabilities in (0, 1), at least two.</param>
    /// <param name="values">[Q] quantiles, never falling.</param>
    /// <param name="outcome">What came, in the unit of the quantiles.</param>
    /// <returns>
    /// NaN where the outcome stands on two equal quantiles, which have no density; positive infinity in a tail that equal outermost quantiles close.
    /// </returns>
    /// <exception cref="ArgumentException">The spans differ in length or hold fewer than two.</exception>
    public static double LogLossFromQuantiles(ReadOnlySpan<double> levels, ReadOnlySpan<double> values, double outcome)
    {
        if (levels.Length != values.Length || levels.Length < 2)
        {
            throw new ArgumentException($"{levels.Length} levels for {values.Length} quantiles; at least two of each are needed.", nameof(values));
        }

        if (outcome < values[0])
        {
            return TailLogLoss(levels[0], values[0] - outcome, values[1] - values[0]);
        }

        var last = values.Length - 1;
        for (var i = 1; i <= last; i++)
        {
            if (outcome == values[i] && outcome == values[i - 1])
            {
                return double.NaN;
            }

            if (outcome < values[i])
            {
                return -Math.Log((levels[i] - levels[i - 1]) / (values[i] - values[i - 1]));
            }
        }

        return TailLogLoss(1 - levels[last], outcome - values[last], values[last] - values[last - 1]);
    }

    /// <summary>Brier score (1950) of a probability: its squared distance from what came.</summary>
    /// <param name="probability">Forecast probability of the event.</param>
    /// <param name="outcome">1 if the event came, 0 if not.</param>
    public static double Brier(double probability, double outcome) => (outcome - probability) * (outcome - probability);

    /// <summary>
    /// Ranked probability score of ordered classes: the mean over the classes of the squared difference of cumulated probabilities, as the M6 competition
    /// counts it (five equal classes forecast at 0.2 each score 0.16 on average over them). Epstein (1969).
    /// </summary>
    /// <param name="forecast">[K] probabilities of the classes.</param>
    /// <param name="outcome">[K] 1 at the class that came, 0 elsewhere; ties may share it in fractions.</param>
    /// <exception cref="ArgumentException">The spans differ in length or are empty.</exception>
    public static double RankedProbability(ReadOnlySpan<double> forecast, ReadOnlySpan<double> outcome)
    {
        if (forecast.Length != outcome.Length || forecast.IsEmpty)
        {
            throw new ArgumentException($"{forecast.Length} classes forecast, {outcome.Length} given as outcome.", nameof(outcome));
        }

        var (cumulated, sum) = (0.0, 0.0);
        for (var i = 0; i < forecast.Length; i++)
        {
            cumulated += outcome[i] - forecast[i];
            sum += cumulated * cumulated;
        }

        return sum / forecast.Length;
    }

    /// <summary>Of a tail of probability <paramref name="mass"/> that halves with every <paramref name="unit"/> of distance.</summary>
    private static double TailLogLoss(double mass, double distance, double unit) =>
        unit == 0 ? double.PositiveInfinity : (Math.Log(2) * distance / unit) - Math.Log(mass * Math.Log(2) / unit);
}
