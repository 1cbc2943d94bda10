using AraWeb.Engine.Core;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Contracts;

/// <summary>Invented hourly bars, kind to no indicator: trends, gaps, quiet stretches, equal closes, bars without a range, hours without volume.</summary>
internal static class IndicatorBars
{
    public const int Seed = 20261122;

    public static BarSeries Wild(int count, int seed = Seed)
    {
        var random = new Random(seed);
        var columns = new BarColumns(count);
        var price = 100.0;
        for (var i = 0; i < count; i++)
        {
            var deviation = 0.004 * (1.6 + Math.Sin(i / 37.0));
            var drift = 0.0015 * Math.Sin(i / 55.0);
            var open = random.Next(12) == 0 ? price * Math.Exp(3 * deviation * SampleBars.Normal(random)) : price;
            var (high, low, close) = (open, open, open);
            for (var step = 0; step < 4 && random.Next(25) != 0; step++)
            {
                close *= Math.Exp((drift / 4) + (deviation / 2 * SampleBars.Normal(random)));
                (high, low) = (Math.Max(high, close), Math.Min(low, close));
            }

            price = random.Next(15) == 0 ? open : close;
            columns.Set(i, new Bar(SampleBars.Start.AddHours(i), open, high, low, price, random.Next(30) == 0 ? 0 : Math.Round(1e5 * random.NextDouble())));
        }

        return Of(columns);
    }

    /// <summary>A second instrument that moves with the first, at its times.</summary>
    public static double[] Benchmark(BarSeries bars, int seed = Seed)
    {
        var random = new Random(seed + 1);
        var values = new double[bars.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = 50 * Math.Pow(bars.Close[i] / bars.Close[0], 0.6) * Math.Exp(0.01 * SampleBars.Normal(random));
        }

        return values;
    }

    /// <summary>Each bar changed by a function.</summary>
    public static BarSeries Map(BarSeries bars, Func<int, Bar, Bar> change)
    {
        var columns = new BarColumns(bars.Count);
        for (var i = 0; i < bars.Count; i++)
        {
            columns.Set(i, change(i, bars[i]));
        }

        return Of(columns);
    }

    public static BarSeries Constant(int count, double price, double volume) => Map(
        Wild(count), (_, bar) => new Bar(bar.Time, price, price, price, price, volume));

    private static BarSeries Of(BarColumns columns) => BarSeries.FromColumns(Symbol.Parse("WILD"), AssetClass.Crypto, Timeframe.OneHour, columns);
}
