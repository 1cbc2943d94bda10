using AraWeb.Engine.Core;

namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>Returns on the days that all assets share, less each asset's mean.</summary>
internal static class CentredReturns
{
    /// <summary>Makes them.</summary>
    /// <exception cref="InputException">The assets share fewer than two days.</exception>
    public static ReturnMatrix Of(ReturnMatrix returns)
    {
        var common = returns.OnCommonDays();
        if (common.Days < 2)
        {
            throw new InputException(
                "returns", $"{common.Days} common days", "Give at least two days that all assets share, or leave the youngest assets out.");
        }

        var centred = new ReturnMatrix(common.Assets, common.Days);
        for (var i = 0; i < common.Assets; i++)
        {
            var from = common[i];
            var to = centred[i];
            var mean = SpanMath.Mean(from);
            for (var t = 0; t < from.Length; t++)
            {
                to[t] = from[t] - mean;
            }
        }

        return centred;
    }
}
