using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Numerics;

/// <content>Scores of whole distributions: normal, Student t, and ensembles of draws.</content>
public static partial class Scores
{
    /// <summary>CRPS of a normal distribution, in the unit of the outcome. Gneiting and Raftery (2007), p. 367.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="deviation">Its standard deviation; zero gives the absolute error, a negative one NaN.</param>
    /// <param name="outcome">What came.</param>
    public static double CrpsNormal(double mean, double deviation, double outcome)
    {
        if (!(deviation > 0))
        {
            return deviation == 0 ? Math.Abs(outcome - mean) : double.NaN;
        }

        var z = (outcome - mean) / deviation;
        return deviation * ((z * ((2 * Normal.CDF(0, 1, z)) - 1)) + (2 * Normal.PDF(0, 1, z)) - (1 / Math.Sqrt(Math.PI)));
    }

    /// <summary>
    /// CRPS of a Student t, in the unit of the outcome. Jordan, Krueger and Lerch (2019), "Evaluating probabilistic forecasts with scoringRules".
    /// </summary>
    /// <param name="location">Its centre.</param>
    /// <param name="scale">Its scale, which is not its standard deviation; zero gives the absolute error, a negative one NaN.</param>
    /// <param name="degrees">Degrees of freedom; NaN at 1 or fewer, where the closed form does not hold.</param>
    /// <param name="outcome">What came.</param>
    public static double CrpsStudentT(double location, double scale, double degrees, double outcome)
    {
        if (!(scale > 0 && degrees > 1))
        {
            return scale == 0 && degrees > 1 ? Math.Abs(outcome - location) : double.NaN;
        }

        var z = (outcome - location) / scale;
        var betas = Math.Exp(SpecialFunctions.BetaLn(0.5, degrees - 0.5) - (2 * SpecialFunctions.BetaLn(0.5, degrees / 2)));
        return scale * ((z * ((2 * StudentT.CDF(0, 1, degrees, z)) - 1))
            + (2 * StudentT.PDF(0, 1, degrees, z) * (degrees + (z * z)) / (degrees - 1))
            - (2 * Math.Sqrt(degrees) / (degrees - 1) * betas));
    }

    /// <summary>
    /// CRPS of the empirical distribution of draws: E|X - y| - E|X - X'| / 2, by sorting. With m draws its mean is larger than that of the distribution drawn
    /// from by the share 1/m of E|X - X'| / 2, so forecasts are compared at equal numbers of draws.
    /// </summary>
    /// <param name="members">[M] draws in any order.</param>
    /// <param name="outcome">What came.</param>
    /// <exception cref="ArgumentException">No draws.</exception>
    public static double CrpsEnsemble(ReadOnlySpan<double> members, double outcome)
    {
        if (members.IsEmpty)
        {
            throw new ArgumentException("An ensemble needs at least one member.", nameof(members));
        }

        var sorted = members.ToArray();
        Array.Sort(sorted);
        var count = sorted.Length;
        var (distance, spread) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            distance += Math.Abs(sorted[i] - outcome);

            // Of all pairs, the value at place i is the larger one i times and the smaller one count - 1 - i times.
            spread += ((2.0 * i) + 1 - count) * (sorted[i] - outcome);
        }

        return (distance / count) - (spread / ((double)count * count));
    }

    /// <summary>Minus the log density of a normal distribution at what came, in nats; NaN unless the deviation is positive.</summary>
    public static double LogLossNormal(double mean, double deviation, double outcome)
    {
        var z = (outcome - mean) / deviation;
        return deviation > 0 ? Math.Log(deviation) + (0.5 * ((z * z) + Math.Log(2 * Math.PI))) : double.NaN;
    }

    /// <summary>
    /// Minus the log density of a Student t at what came, in nats; NaN unless scale and degrees of freedom are positive. For a forecast with standard deviation
    /// s, the scale is s sqrt((degrees - 2) / degrees).
    /// </summary>
    public static double LogLossStudentT(double location, double scale, double degrees, double outcome)
    {
        if (!(scale > 0 && degrees > 0))
        {
            return double.NaN;
        }

        var z = (outcome - location) / scale;
        var norm = Math.Log(scale) + (0.5 * Math.Log(degrees)) + SpecialFunctions.BetaLn(0.5, degrees / 2);
        return norm + (0.5 * (degrees + 1) * Math.Log(1 + (z * z / degrees)));
    }
}
