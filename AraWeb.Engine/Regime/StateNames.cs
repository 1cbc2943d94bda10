using AraWeb.Engine.Core;

namespace AraWeb.Engine.Regime;

/// <summary>
/// Names states by what bars in them were like, never by their number, one name for one state. The state with the largest variance is high volatility. Of
/// the others the one with the highest mean return is bull, the lowest bear, what lies between sideways. With two others the lower is bear if its mean is
/// negative and sideways if not; with one other it is bull if its mean is positive and bear if not. A single state is sideways: there is nothing to tell
/// apart.
/// </summary>
internal static class StateNames
{
    /// <summary>[K] the names, K from 1 to 4.</summary>
    /// <param name="means">[K] mean log return up to the bars of each state.</param>
    /// <param name="variances">[K] mean variance of the bars in each state.</param>
    public static RegimeType[] Of(ReadOnlySpan<double> means, ReadOnlySpan<double> variances)
    {
        var names = new RegimeType[means.Length];
        if (names.Length == 1)
        {
            names[0] = RegimeType.Sideways;
            return names;
        }

        var wildest = 0;
        for (var k = 1; k < variances.Length; k++)
        {
            wildest = variances[k] > variances[wildest] ? k : wildest;
        }

        var (highest, lowest) = (-1, -1);
        for (var k = 0; k < means.Length; k++)
        {
            if (k != wildest)
            {
                highest = highest < 0 || means[k] > means[highest] ? k : highest;
                lowest = lowest < 0 || means[k] <= means[lowest] ? k : lowest;
            }
        }

        names.AsSpan().Fill(RegimeType.Sideways);
        names[wildest] = RegimeType.HighVolatility;
        if (names.Length == 2)
        {
            names[highest] = means[highest] > 0 ? RegimeType.Bull : RegimeType.Bear;
            return names;
        }

        names[lowest] = names.Length == 4 || means[lowest] < 0 ? RegimeType.Bear : RegimeType.Sideways;
        names[highest] = RegimeType.Bull;
        return names;
    }
}
