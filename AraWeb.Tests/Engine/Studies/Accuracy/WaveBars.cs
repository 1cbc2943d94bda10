using AraWeb.Engine.Core;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Studies.Accuracy;

/// <summary>
/// Invented daily bars whose log variance follows a known process, so that it can be worked out how often the best possible call comes true.
/// </summary>
internal static class WaveBars
{
    private const int Steps = 24;

    /// <summary>Log variance x = memory * x + noise * normal; each bar is a path of 24 steps of deviation exp(x / 2) / 100 without gaps.</summary>
    public static BarSeries Make(int count, double memory, double noise, int seed, string symbol = "WAVES")
    {
        var random = new Random(seed);
        var bars = new List<Bar>(count);
        var price = 100.0;
        var state = 0.0;
        for (var i = 0; i < count; i++)
        {
            state = (memory * state) + (noise * SampleBars.Normal(random));
            var step = 0.01 * Math.Exp(state / 2) / Math.Sqrt(Steps);
            var (open, high, low) = (price, price, price);
            for (var s = 0; s < Steps; s++)
            {
                price *= Math.Exp(step * SampleBars.Normal(random));
                high = Math.Max(high, price);
                low = Math.Min(low, price);
            }

            bars.Add(new Bar(SampleBars.Start.AddDays(i), open, high, low, price, 1000));
        }

        return BarSeries.FromBars(Symbol.Parse(symbol), AssetClass.Crypto, Timeframe.OneDay, bars);
    }
}
