using AraWeb.Engine.Numerics;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class SpanMathTests
{
    private const int Seed = 11;

    [Fact]
    public void Sums_EveryLength_AgreeWithDecimals()
    {
        var random = new Random(Seed);
        for (var length = 0; length <= 70; length++)
        {
            var x = Enumerable.Range(0, length).Select(_ => 100 * (random.NextDouble() - 0.5)).ToArray();
            var y = Enumerable.Range(0, length).Select(_ => 100 * (random.NextDouble() - 0.5)).ToArray();
            var exact = x.Zip(y, (a, b) => ((decimal)a, (decimal)b)).ToArray();
            Assert.Equal((double)exact.Sum(pair => pair.Item1), SpanMath.Sum(x), 10);
            Assert.Equal((double)exact.Sum(pair => pair.Item1 - 7), SpanMath.SumFrom(x, 7), 10);
            Assert.Equal((double)exact.Sum(pair => pair.Item1 * pair.Item2), SpanMath.Dot(x, y), 8);
            Assert.Equal((double)exact.Sum(pair => (pair.Item1 - 3) * (pair.Item2 + 2)), SpanMath.SumOfProducts(x, 3, y, -2), 8);
            Assert.Equal((double)exact.Sum(pair => (pair.Item1 - 3) * (pair.Item1 - 3)), SpanMath.SumOfSquares(x, 3), 8);
            if (length > 0)
            {
                Assert.Equal((x.Max(), x.Min()), (SpanMath.Max(x), SpanMath.Min(x)));
                Assert.Equal((double)(exact.Sum(pair => pair.Item1) / length), SpanMath.Mean(x), 10);
            }
        }
    }

    [Fact]
    public void Sum_AnywhereInMemory_HasTheSameBits()
    {
        var random = new Random(Seed);
        var x = Enumerable.Range(0, 53).Select(_ => random.NextDouble()).ToArray();
        var sum = SpanMath.Sum(x);
        for (var offset = 1; offset < 9; offset++)
        {
            var moved = new double[offset + x.Length];
            x.CopyTo(moved, offset);
            Assert.Equal(sum, SpanMath.Sum(moved.AsSpan(offset)));
        }
    }

    [Theory]
    [InlineData(0.1, 7)]
    [InlineData(1e300, 33)]
    [InlineData(3e-310, 20)]
    public void Mean_EqualValues_IsExact(double value, int length)
    {
        var x = Enumerable.Repeat(value, length).ToArray();
        Assert.Equal(value, SpanMath.Mean(x));
        Assert.Equal(0, SpanMath.SumOfSquares(x, SpanMath.Mean(x)));
    }

    [Fact]
    public void Sums_OneNaN_AreNaN()
    {
        for (var at = 0; at < 21; at++)
        {
            var x = Enumerable.Range(0, 21).Select(i => i == at ? double.NaN : i).ToArray();
            Assert.Equal((double.NaN, double.NaN), (SpanMath.Sum(x), SpanMath.Mean(x)));
        }
    }

    [Fact]
    public void Ranks_Ties_ShareTheirMeanPlace()
    {
        Assert.Equal([2.5, 1, 4, 2.5], RankCorrelation.Ranks([5, 1, 9, 5]));

        // scipy 1.10: stats.spearmanr([1, 2, 3, 4, 5, 5], [5, 6, 7, 8, 7, 2])
        Assert.Equal(0.1323529411764706, RankCorrelation.Of([1, 2, 3, 4, 5, 5], [5, 6, 7, 8, 7, 2]), 12);
    }
}
