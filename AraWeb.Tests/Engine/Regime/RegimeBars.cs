using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;
using AraWeb.Engine.Volatility;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Regime;

/// <summary>
/// Invented daily bars that go through calm rises, calm drifts, falls and panics in turn, so that all four states are there; the same for the same seed.
/// </summary>
internal static class RegimeBars
{
    /// <summary>Bars of one phase.</summary>
    public const int Phase = 80;

    // Drift and deviation per bar: rising, drifting, falling, panic.
    private static readonly (double Drift, double Deviation)[] Phases = [(0.003, 0.008), (0, 0.008), (-0.003, 0.013), (0, 0.04)];

    /// <summary>The phase of a bar: 0 rising, 1 drifting, 2 falling, 3 panic.</summary>
    public static int PhaseOf(int bar) => bar / Phase % Phases.Length;

    /// <summary>Makes bars.</summary>
    public static BarSeries Daily(int count, int seed)
    {
        var random = new Random(seed);
        var bars = new List<Bar>(count);
        var price = 100.0;
        for (var i = 0; i < count; i++)
        {
            var (drift, deviation) = Phases[PhaseOf(i)];
            var (open, high, low) = (price, price, price);
            for (var step = 0; step < 8; step++)
            {
                price *= Math.Exp((drift / 8) + (deviation / Math.Sqrt(8) * SampleBars.Normal(random)));
                (high, low) = (Math.Max(high, price), Math.Min(low, price));
            }

            bars.Add(new Bar(SampleBars.Start.AddDays(i), open, high, low, price, Math.Exp(10 + (20 * deviation) + (0.2 * SampleBars.Normal(random)))));
        }

        return BarSeries.FromBars(Symbol.Parse("PHASES"), AssetClass.Crypto, Timeframe.OneDay, bars);
    }

    /// <summary>What a track is given for each bar.</summary>
    public static RegimeObservation[] Observations(BarSeries bars)
    {
        var variances = RangeVariance.Compute(bars);
        return [.. Enumerable.Range(0, bars.Count).Select(t => new RegimeObservation(bars.Close[t], variances[t], bars.Volume[t]))];
    }

    /// <summary>A track after these observations, and the state it said at each.</summary>
    public static (RegimeTrack Track, RegimeType?[] Said) Walk(IEnumerable<RegimeObservation> observations)
    {
        var track = new RegimeTrack();
        var said = new List<RegimeType?>();
        foreach (var observation in observations)
        {
            track.Add(observation);
            said.Add(track.Current);
        }

        return (track, [.. said]);
    }
}
