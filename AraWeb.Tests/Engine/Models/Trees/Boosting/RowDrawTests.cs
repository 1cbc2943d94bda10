using System.Runtime.Intrinsics;
using AraWeb.Engine.Models.Trees.Boosting;
using AraWeb.Engine.Numerics;

namespace AraWeb.Tests.Engine.Models.Trees.Boosting;

public sealed class RowDrawTests
{
    private const int Seed = 20260306;
    private const int Count = 10_000;

    [Fact]
    public void Rows_ByGradient_KeepsTheLargestAndTheSumOfTheRest()
    {
        var random = new SeededNormals(Seed);
        var pairs = new Vector128<double>[Count];
        for (var i = 0; i < Count; i++)
        {
            pairs[i] = Vector128.Create(random.Next(), 1);
        }

        var largest = Enumerable.Range(0, Count).OrderByDescending(i => Math.Abs(pairs[i][0])).Take(2000).ToHashSet();
        var settings = new BoostingSettings(BoostingAlgorithm.Leafwise) { GossTop = 0.2, GossOther = 0.1 };
        var drawn = Draw(settings).Rows(pairs, round: 10).ToArray();
        Assert.Equal(3000, drawn.Length);
        Assert.Equal(drawn.Order(), drawn);
        Assert.Superset(largest, drawn.ToHashSet());

        // 8000 rows are spoken for by 1000, each with eight times its weight (Ke and others 2017, algorithm 2).
        Assert.Equal(10_000, drawn.Sum(row => pairs[row][1]), 1e-6);
        Assert.All(drawn.Where(row => !largest.Contains(row)), row => Assert.Equal(8, pairs[row][1]));
    }

    [Fact]
    public void Rows_ByGradientInTheFirstRounds_AreAll()
    {
        var settings = new BoostingSettings(BoostingAlgorithm.Leafwise) { GossTop = 0.2 };
        Assert.Equal(Count, Draw(settings).Rows(new Vector128<double>[Count], round: 9).Length);
    }

    [Fact]
    public void Rows_EqualGradients_AreAsManyAsAskedFor()
    {
        var pairs = Enumerable.Repeat(Vector128.Create(1.0, 1), Count).ToArray();
        var settings = new BoostingSettings(BoostingAlgorithm.Leafwise) { GossTop = 0.2, GossOther = 0.1 };
        Assert.Equal(3000, Draw(settings).Rows(pairs, round: 10).Length);
    }

    [Fact]
    public void Rows_AShare_IsAboutThatShare()
    {
        var settings = new BoostingSettings(BoostingAlgorithm.Depthwise) { RowFraction = 0.3 };
        var drawn = Draw(settings).Rows(new Vector128<double>[Count], round: 0).ToArray();

        // Binomial: 3000 with a deviation of 46.
        Assert.InRange(drawn.Length, 2800, 3200);
        Assert.Equal(drawn.Distinct().Order(), drawn);
    }

    [Fact]
    public void Features_AShare_IsAscendingAndDifferent()
    {
        var draw = new RowDraw(new BoostingSettings(BoostingAlgorithm.Depthwise) { FeatureFraction = 0.5 }, 10, [.. Enumerable.Range(0, 20)], Seed);
        var first = draw.Features().ToArray();
        Assert.Equal(10, first.Length);
        Assert.Equal(first.Distinct().Order(), first);
        Assert.NotEqual(first, draw.Features().ToArray());
    }

    [Fact]
    public void Largest_AnyRank_IsThatOfSortedValues()
    {
        var random = new SeededNormals(Seed);
        for (var run = 0; run < 50; run++)
        {
            // Few different numbers, so that there are many ties.
            var values = Enumerable.Range(0, 200).Select(_ => Math.Floor(10 * random.NextUniform())).ToArray();
            var sorted = values.OrderDescending().ToArray();
            var k = 1 + (int)(200 * random.NextUniform());
            Assert.True(sorted[k - 1].Equals(Rank.Largest(values, k)), $"seed {Seed}, run {run}, rank {k}");
        }
    }

    private static RowDraw Draw(BoostingSettings settings) => new(settings, Count, [0, 1, 2], Seed);
}
