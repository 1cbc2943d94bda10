using AraWeb.Engine.Numerics;
using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Tests.Engine.Prediction.Ranks;

/// <summary>Made-up prices of a universe: a common part and a part of each asset's own, on weekdays.</summary>
internal static class Panels
{
    public static readonly DateOnly First = new(2019, 1, 1);

    /// <summary>The first half of the assets in group 0 is calm, the other in group 1 is three times as lively.</summary>
    public static double[][] Prices(int assets, int days, int seed)
    {
        var random = new SeededNormals(seed);
        var prices = new double[assets][];
        var common = new double[days];
        random.Fill(common);
        for (var i = 0; i < assets; i++)
        {
            prices[i] = new double[days];
            var price = 100.0;
            for (var t = 0; t < days; t++)
            {
                price *= Math.Exp(0.01 * (i < assets / 2 ? 1 : 3) * ((0.5 * common[t]) + (0.8 * random.Next())));
                prices[i][t] = price;
            }
        }

        return prices;
    }

    public static DateOnly[] Days(int days) =>
        [.. Enumerable.Range(0, 2 * days).Select(First.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Take(days)];

    public static PricePanel Of(double[][] prices) =>
        new(Days(prices[0].Length), prices, [.. Enumerable.Range(0, prices.Length).Select(i => i < prices.Length / 2 ? 0 : 1)]);
}
