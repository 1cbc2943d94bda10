using AraWeb.Engine.Core;

namespace AraWeb.Tests.Shared;

/// <summary>Invented daily bars of a coin with volatility that comes in waves; the same for the same seed.</summary>
internal static class SampleBars
{
    public static readonly DateTimeOffset Start = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static BarSeries Daily(int count, int seed, string symbol = "SAMPLE")
    {
        var random = new Random(seed);
        var bars = new List<Bar>(count);
        var price = 100.0;
        for (var i = 0; i < count; i++)
        {
            var deviation = 0.01 * (1.5 + Math.Sin(i / 40.0));
            var (open, high, low) = (price, price, price);
            for (var step = 0; step < 6; step++)
            {
                price *= Math.Exp(deviation / Math.Sqrt(6) * Normal(random));
                high = Math.Max(high, price);
                low = Math.Min(low, price);
            }

            bars.Add(new Bar(Start.AddDays(i), open, high, low, price, 1000 + i));
        }

        return BarSeries.FromBars(Symbol.Parse(symbol), AssetClass.Crypto, Timeframe.OneDay, bars);
    }

    public static Instrument InstrumentOf(BarSeries bars) =>
        new(bars.Symbol, "Sample", bars.AssetClass, "USD", "sample", IsSimulated: true, [bars.Timeframe]);

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
