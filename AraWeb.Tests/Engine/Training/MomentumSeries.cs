using AraWeb.Engine.Core;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Training;

/// <summary>Invented series whose next return leans on the last week's, so that there is something to learn; with no lean there is nothing.</summary>
internal static class MomentumSeries
{
    public static BarSeries[] Make(int count, int bars, double lean, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => One($"LEAN{i}", bars, lean, random))];
    }

    private static BarSeries One(string symbol, int count, double lean, Random random)
    {
        const double Deviation = 0.01;
        var bars = new List<Bar>(count);
        var (price, momentum) = (100.0, 0.0);
        for (var t = 0; t < count; t++)
        {
            var (open, high, low) = (price, price, price);
            for (var step = 0; step < 4; step++)
            {
                price *= Math.Exp((lean * momentum / 4) + (Deviation / 2 * SampleBars.Normal(random)));
                (high, low) = (Math.Max(high, price), Math.Min(low, price));
            }

            momentum = (0.8 * momentum) + (0.2 * Math.Log(price / open));
            bars.Add(new Bar(SampleBars.Start.AddDays(t), open, high, low, price, 1000));
        }

        return BarSeries.FromBars(Symbol.Parse(symbol), AssetClass.Crypto, Timeframe.OneDay, bars);
    }
}
