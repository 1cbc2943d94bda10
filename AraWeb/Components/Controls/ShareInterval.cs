namespace AraWeb.Components.Controls;

/// <summary>A range that holds the true share with 95 % confidence.</summary>
/// <param name="Lower">Lower end, 0 to 1.</param>
/// <param name="Upper">Upper end, 0 to 1.</param>
public readonly record struct ShareInterval(double Lower, double Upper)
{
    /// <summary>97.5 % point of the standard normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>
    /// Wilson's score interval (Wilson 1927; Brown, Cai and DasGupta 2001 recommend it for small n). <paramref name="count"/> is a number of independent
    /// trials and may be a fraction where dependent ones were counted down. Null without trials.
    /// </summary>
    public static ShareInterval? Wilson(double share, double count)
    {
        if (!(count > 0) || !double.IsFinite(share))
        {
            return null;
        }

        var z2 = Z * Z;
        var scale = 1 + (z2 / count);
        var centre = (share + (z2 / (2 * count))) / scale;
        var half = Z * Math.Sqrt((share * (1 - share) / count) + (z2 / (4 * count * count))) / scale;
        return new ShareInterval(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
