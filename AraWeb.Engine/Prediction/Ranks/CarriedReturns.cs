using AraWeb.Engine.Numerics.Covariance;

namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>
/// Daily log returns of a panel with prices carried over days on which an asset did not trade: such a day has a return of 0 and the next trade has the rest,
/// so that sums over days stay right. NaN up to the first price.
/// </summary>
internal static class CarriedReturns
{
    /// <summary>Computes them.</summary>
    /// <param name="panel">The prices.</param>
    /// <param name="first">Index of the day whose prices the first return starts from.</param>
    /// <param name="last">Index of the last day that is looked at.</param>
    /// <returns>[assets] rows of last - first returns.</returns>
    public static ReturnMatrix Of(PricePanel panel, int first, int last)
    {
        var returns = new ReturnMatrix(panel.Assets, last - first);
        for (var i = 0; i < panel.Assets; i++)
        {
            var prices = panel.Prices(i);
            var row = returns[i];
            var held = prices[first];
            for (var t = first + 1; t <= last; t++)
            {
                var price = prices[t];
                row[t - first - 1] = double.IsNaN(held) ? double.NaN : double.IsNaN(price) ? 0 : Math.Log(price / held);
                held = double.IsNaN(price) ? held : price;
            }
        }

        return returns;
    }
}
