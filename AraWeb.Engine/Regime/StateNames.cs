using AraWeb.Engine.Core;

namespace AraWeb.Engine.Regime;

/// <summary>
/// Names states by what bars in them were like, never by their number, one name for one state. The state with the largest variance is high volatility. The
/// others are ordered by their trend per unit of volatility: the first is bull, the last bear, what lies between sideways. With two others the last is bear
/// if its trend is down and sideways if not; with one other it is bull if its trend is up and bear if not. A single state is sideways: there is nothing to
/// tell apart. Names are relative to the symbol's own bars: in a market that only rose, bear is the state in which it rose least for its swings.
/// </summary>
internal static class StateNames
{
    /// <summary>[K] the names, K from 1 to 4.</summary>
    /// <param name="trends">[K] mean log return up to the bars of each state.</param>
    /// <param name="variances">[K] mean variance of the bars of each state, positive.</param>
    public static RegimeType[] Of(ReadOnlySpan<double> trends, ReadOnlySpan<double> variances)
    {
        var names = new RegimeType[trends.Length];
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

        var (first, last) = (-1, -1);
        var (highest, lowest) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var k = 0; k < trends.Length; k++)
        {
            var strength = trends[k] / Math.Sqrt(variances[k]);
            if (k != wildest)
            {
                (first, highest) = strength > highest ? (k, strength) : (first, highest);
                (last, lowest) = strength <= lowest ? (k, strength) : (last, lowest);
            }
        }

        names.AsSpan().Fill(RegimeType.Sideways);
        names[wildest] = RegimeType.HighVolatility;
        if (names.Length == 2)
        {
            names[first] = trends[first] > 0 ? RegimeType.Bull : RegimeType.Bear;
            return names;
        }

        names[last] = names.Length == 4 || trends[last] < 0 ? RegimeType.Bear : RegimeType.Sideways;
        names[first] = RegimeType.Bull;
        return names;
    }

    /// <summary>[4] by name what is given by number; 0 for a name that no state has.</summary>
    public static double[] Spread(ReadOnlySpan<double> values, IReadOnlyList<RegimeType> names)
    {
        var spread = new double[RegimeReport.States];
        for (var k = 0; k < names.Count; k++)
        {
            spread[(int)names[k]] = values[k];
        }

        return spread;
    }
}
