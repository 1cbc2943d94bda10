using AraWeb.Engine.Core;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// Invented daily bars with volatility that clusters, for timing only: nothing is learned from how well they are forecast. Deterministic for a seed.
/// </summary>
internal static class SimulatedBars
{
    private const double LongRunVariance = 0.0002;
    private const double Reaction = 0.08;
    private const double Persistence = 0.90;
    private const int StepsPerBar = 8;

    /// <summary>Makes a series that ends at <paramref name="newest"/>; a bar a day, coins' calendar.</summary>
    public static BarSeries Daily(Symbol symbol, int seed, int count, DateTimeOffset newest)
    {
        var random = new Random(seed);
        var columns = new BarColumns(count);
        var price = 100.0;
        var variance = LongRunVariance;
        for (var i = 0; i < count; i++)
        {
            var (open, high, low) = (price, price, price);
            for (var step = 0; step < StepsPerBar; step++)
            {
                price *= Math.Exp(Math.Sqrt(variance / StepsPerBar) * Normal(random));
                high = Math.Max(high, price);
                low = Math.Min(low, price);
            }

            var move = Math.Log(price / open);
            variance = (LongRunVariance * (1 - Reaction - Persistence)) + (Reaction * move * move) + (Persistence * variance);
            columns.Set(i, new Bar(newest.AddDays(i - count + 1), open, high, low, price, 1000));
        }

        return BarSeries.FromColumns(symbol, AssetClass.Crypto, Timeframe.OneDay, columns);
    }

    /// <summary>Box and Muller (1958).</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
