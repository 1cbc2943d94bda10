using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Prediction.Walk;

/// <summary>
/// The baseline that every forecast has to beat: EWMA with decay 0.94, no drift, Student t with five degrees of freedom scaled to its variance.
/// </summary>
internal static class BaselineQuantiles
{
    private const int Degrees = 5;

    private static readonly double[] Standard = [.. LevelsOf().Select(level => StudentT.InvCDF(0, Math.Sqrt((Degrees - 2.0) / Degrees), Degrees, level))];

    /// <summary>CRPS of the baseline from its quantiles, by the same rule as the forecast's own.</summary>
    /// <param name="deviation">Its deviation over the horizon.</param>
    /// <param name="outcome">Log return that came.</param>
    public static double Loss(double deviation, double outcome)
    {
        Span<double> quantiles = stackalloc double[Standard.Length];
        for (var i = 0; i < quantiles.Length; i++)
        {
            quantiles[i] = deviation * Standard[i];
        }

        return Scores.CrpsFromQuantiles(Quantiles.Levels, quantiles, outcome);
    }

    private static double[] LevelsOf() => Quantiles.Levels.ToArray();
}
