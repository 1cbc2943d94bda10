using AraWeb.Engine.Core;
using AraWeb.Engine.Studies.Accuracy;
using AraWeb.Engine.Volatility;

namespace AraWeb.Tests.Engine.Studies.Accuracy;

public sealed class VolatilityCallTrialTests
{
    private const int Horizon = 5;
    private const int First = 500;

    /// <summary>
    /// Simulated with numpy (600,000 bars of the same process): who knows the state itself is right in 84.3 % of calls, the last 20 bars' mean in 75.0 %.
    /// </summary>
    [Fact]
    public void Run_WavesOfVolatility_LiesBetweenPersistenceAndTheBestPossible()
    {
        const int seed = 3;
        var rows = Run(WaveBars.Make(6000, memory: 0.97, noise: 0.2, seed), 6000);
        var score = VolatilityCallScoring.Score("WAVES", rows, series: 1);
        double At(string method, int coverage) => score.Points[method][coverage].Calls.Accuracy.Estimate;
        var (product, persistence) = (At(VolatilityCallScoring.Product, 0), At(VolatilityCallScoring.Persistence, 0));
        Assert.True(Math.Abs(persistence - 0.75) < 0.04, $"seed {seed}: persistence {persistence:P1}");
        Assert.True(product > persistence + 0.02 && product < 0.843 + 0.015, $"seed {seed}: product {product:P1}");
        for (var k = 1; k < VolatilityCallScoring.Coverages.Length; k++)
        {
            var surer = At(VolatilityCallScoring.Product, k);
            Assert.True(surer > At(VolatilityCallScoring.Product, k - 1) && surer > At(VolatilityCallScoring.Persistence, k), $"seed {seed}: {k} {surer:P1}");
        }

        Assert.True(score.Advantage[0].Lower > 0, $"seed {seed}: {score.Advantage[0]}");
        Assert.True(score.BrierSkill.Lower > 0.2, $"seed {seed}: {score.BrierSkill}");
    }

    [Fact]
    public void Run_VolatilityWithoutMemory_HasNoSkill()
    {
        const int seed = 4;
        var rows = Run(WaveBars.Make(4000, memory: 0, noise: 0.8, seed), 4000);
        var score = VolatilityCallScoring.Score("NOISE", rows, series: 1);
        foreach (var points in score.Points.Values)
        {
            Assert.True(points[0].Calls.Accuracy.Lower < 0.5, $"seed {seed}: {points[0].Calls.Accuracy}");
        }

        Assert.True(score.BrierSkill.Estimate < 0.01, $"seed {seed}: {score.BrierSkill}");
    }

    [Fact]
    public void Run_BarsThatComeLater_ChangeNoEarlierRow()
    {
        var bars = WaveBars.Make(1200, memory: 0.97, noise: 0.2, seed: 5);
        var all = Run(bars, bars.Count);
        var before = Run(bars, 900);
        Assert.Equal(before.Count + 300, all.Count);
        Assert.Equal(before, all.Take(before.Count));
    }

    [Fact]
    public void Run_EveryRow_JudgesTheCallAgainstTheMedianKnownThen()
    {
        var bars = WaveBars.Make(1000, memory: 0.97, noise: 0.2, seed: 6);
        var variances = RangeVariance.Compute(bars);
        var rows = Run(bars, bars.Count);
        var origin = bars.Count - Horizon - rows.Count;
        Assert.True(rows.Count > 300);
        Assert.Equal(bars.Count - First - Horizon + 1, rows.Count(row => row.IsScored));
        foreach (var row in rows)
        {
            double Mean(int newest, int count) => variances.Skip(newest + 1 - count).Take(count).Average();
            double[] past = [.. Enumerable.Range(0, 252).Select(back => Mean(origin - back, Horizon)).Order()];
            var median = (past[125] + past[126]) / 2;
            Assert.Equal(DateOnly.FromDateTime(bars[origin].Time.UtcDateTime).DayNumber, row.Day);
            Assert.Equal(Mean(origin + Horizon, Horizon) > median, row.Came);
            Assert.Equal(Math.Log(Mean(origin, 20) / median), row.Persistence, 9);
            origin++;
        }
    }

    [Fact]
    public void Run_TooFewBars_SaysHowManyAreNeeded()
    {
        var bars = WaveBars.Make(300, memory: 0.97, noise: 0.2, seed: 7);
        Assert.Throws<InsufficientDataException>(() => Run(bars, bars.Count));
    }

    private static IReadOnlyList<VolatilityCallRow> Run(BarSeries bars, int end) =>
        VolatilityCallTrial.Run(bars, Horizon, (First, end), CancellationToken.None);
}
