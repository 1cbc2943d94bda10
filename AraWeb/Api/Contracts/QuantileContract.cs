using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;

namespace AraWeb.Api.Contracts;

/// <summary>One quantile of a forecast.</summary>
/// <param name="Level">Probability of ending below, 0 to 1.</param>
/// <param name="Return">Cumulative log return from the last price.</param>
/// <param name="Price">The same as a price.</param>
internal sealed record QuantileContract(double Level, double Return, double Price)
{
    /// <summary>The nine quantiles, lowest first.</summary>
    public static IReadOnlyList<QuantileContract> From(Quantiles returns, double lastPrice)
    {
        var quantiles = new QuantileContract[Quantiles.Levels.Length];
        for (var i = 0; i < quantiles.Length; i++)
        {
            var value = returns.Values[i];
            quantiles[i] = new QuantileContract(Quantiles.Levels[i], value, HorizonForecast.Price(lastPrice, value));
        }

        return quantiles;
    }
}
