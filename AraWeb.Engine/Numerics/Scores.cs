namespace AraWeb.Engine.Numerics;

/// <summary>Proper scoring rules for one forecast and one outcome. All are losses: lower is better. NaN in, NaN out.</summary>
public static class Scores
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
    /// rule between the given levels and held constant outside of them. Exact in the limit of many levels; the same rule for every forecast, so scores compare.
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
}
