using AraWeb.Engine.Numerics;
using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>Forecasts and scores one round after the other, each from the prices before it.</summary>
internal static class M6Trial
{
    /// <summary>Random orders of the assets that the placebo is averaged over.</summary>
    public const int PlaceboOrders = 50;

    /// <summary>Runs one round.</summary>
    /// <param name="panel">Prices.</param>
    /// <param name="end">Last day of the round.</param>
    /// <param name="settings">Of the simulation; its seed also orders the placebo.</param>
    public static M6Round Run(PricePanel panel, DateOnly end, RankSimulationSettings settings)
    {
        var start = end.AddDays(-M6Rounds.Days);

        // Forecasts are due before the round's first price, the close of its first day.
        var origin = panel.IndexOf(start) - 1;
        var outcome = RankClasses.Of(Returns(panel, start, end));
        var forecast = origin >= RankModel.FewestDays ? RankModel.Forecast(panel, origin, start, end, settings).Probabilities : Uniform(panel.Assets);
        return new M6Round(start, end, panel.Days[origin], origin, RankScore.Of(outcome, forecast), Placebo(outcome, forecast, settings.Seed + end.DayNumber));
    }

    /// <summary>[assets] five equal probabilities.</summary>
    public static double[] Uniform(int assets)
    {
        var forecast = new double[assets * RankClasses.Count];
        Array.Fill(forecast, 1.0 / RankClasses.Count);
        return forecast;
    }

    /// <summary>
    /// [assets] simple returns over a round. The calendar is every day on which an asset traded; a missing price is carried on within the round. A first price
    /// that comes late is the first price; an asset without any price stands still.
    /// </summary>
    public static double[] Returns(PricePanel panel, DateOnly start, DateOnly end)
    {
        var (first, last) = (panel.IndexOf(start), panel.IndexOf(end.AddDays(1)) - 1);
        var returns = new double[panel.Assets];
        for (var i = 0; i < returns.Length; i++)
        {
            var prices = panel.Prices(i);
            var (from, to) = (double.NaN, double.NaN);
            for (var t = first; t <= last; t++)
            {
                to = double.IsNaN(prices[t]) ? to : prices[t];
                from = double.IsNaN(from) ? to : from;
            }

            returns[i] = double.IsNaN(from) ? 0 : (to / from) - 1;
        }

        return returns;
    }

    private static double Placebo(double[] outcome, double[] forecast, long seed)
    {
        var random = new SeededNormals(seed);
        var assets = outcome.Length / RankClasses.Count;
        var order = Enumerable.Range(0, assets).ToArray();
        var shuffled = new double[outcome.Length];
        var sum = 0.0;
        for (var run = 0; run < PlaceboOrders; run++)
        {
            for (var i = assets - 1; i > 0; i--)
            {
                var other = (int)(random.NextUniform() * (i + 1));
                (order[i], order[other]) = (order[other], order[i]);
            }

            for (var i = 0; i < assets; i++)
            {
                forecast.AsSpan(order[i] * RankClasses.Count, RankClasses.Count).CopyTo(shuffled.AsSpan(i * RankClasses.Count));
            }

            sum += RankScore.Of(outcome, shuffled);
        }

        return sum / PlaceboOrders;
    }
}
