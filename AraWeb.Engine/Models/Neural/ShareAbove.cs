using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Models.Neural;

/// <summary>Share of a distribution above a value, from its quantiles: straight lines between them on normal paper, continued at both ends.</summary>
internal static class ShareAbove
{
    // Beyond four deviations quantiles say nothing.
    private const double FarthestScore = 4;

    /// <summary>Share above.</summary>
    /// <param name="value">The value.</param>
    /// <param name="quantiles">[Q] ascending.</param>
    /// <param name="scores">[Q] normal scores of their levels.</param>
    public static double Of(double value, ReadOnlySpan<double> quantiles, ReadOnlySpan<double> scores)
    {
        var upper = 1;
        while (upper < quantiles.Length - 1 && quantiles[upper] < value)
        {
            upper++;
        }

        var width = quantiles[upper] - quantiles[upper - 1];
        var share = width > 0 ? (value - quantiles[upper - 1]) / width : 0;
        var score = scores[upper - 1] + (share * (scores[upper] - scores[upper - 1]));
        return 1 - Normal.CDF(0, 1, Math.Clamp(score, -FarthestScore, FarthestScore));
    }
}
