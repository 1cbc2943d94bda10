namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>
/// What networks are judged by: the pinball loss of the quantiles, and half the squared error of the mean, linear beyond two and a half deviations.
/// Of a standard normal
/// the two parts have about one size.
/// </summary>
internal static class ForecastLoss
{
    /// <summary>Errors of the mean beyond this many deviations count linearly.</summary>
    public const float HuberLimit = 2.5f;

    /// <summary>Factor of the pinball loss, averaged over levels.</summary>
    public const float QuantileShare = 2;

    /// <summary>Loss of one forecast.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="quantiles">[Q] the quantiles.</param>
    /// <param name="levels">[Q] their levels.</param>
    /// <param name="target">What came, in forecast deviations.</param>
    public static double Of(float mean, ReadOnlySpan<float> quantiles, IReadOnlyList<double> levels, double target)
    {
        var pinball = 0.0;
        for (var i = 0; i < quantiles.Length; i++)
        {
            var error = target - quantiles[i];
            pinball += error > 0 ? levels[i] * error : (levels[i] - 1) * error;
        }

        var off = mean - target;
        var held = Math.Clamp(off, -HuberLimit, HuberLimit);
        return (QuantileShare * pinball / quantiles.Length) + (held * (off - (held / 2)));
    }
}
