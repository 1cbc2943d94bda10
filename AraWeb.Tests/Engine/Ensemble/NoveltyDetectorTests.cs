using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Ensemble;

public sealed class NoveltyDetectorTests
{
    private const int Seed = 12;
    private const int Width = 20;
    private const int Fresh = 1000;

    private static readonly Lazy<NoveltyDetector> Detector = new(() => NoveltyDetector.Fit(Rows(new Random(Seed), 3000), Width, Seed, CancellationToken.None)!);

    [Fact]
    public void Of_RowsLikeTheTrainingRows_AreSeldomNovel()
    {
        var rows = Rows(new Random(Seed + 1), Fresh);
        var novel = Enumerable.Range(0, Fresh).Count(row => Detector.Value.Of(rows.AsSpan(row * Width, Width)).IsNovel);

        // One in a hundred is expected; a binomial count of 1,000 exceeds 25 with a probability of 1.6e-5 (scipy.stats.binom.sf(25, 1000, .01), scipy 1.10.1).
        Assert.True(novel <= 25, $"{novel} of {Fresh} are novel; seed {Seed}");
    }

    [Theory]
    [InlineData(20, 5.0)]
    [InlineData(10, 8.0)]
    public void Of_PlantedOutliers_AreNovel(int features, double deviations)
    {
        var random = new Random(Seed + 2);
        var rows = Rows(random, 200);
        for (var row = 0; row < 200; row++)
        {
            var own = rows.AsSpan(row * Width, Width);
            for (var f = 0; f < features; f++)
            {
                own[f] = deviations * (random.Next(2) == 0 ? -1 : 1);
            }

            var novelty = Detector.Value.Of(own);
            Assert.True(novelty.IsNovel, $"row {row} scores {novelty.Score:F3}, threshold {novelty.Threshold:F3}; seed {Seed}");
            Assert.InRange(novelty.Score, 0, 1);
        }
    }

    [Fact]
    public void Fit_SameSeed_ScoresTheSame()
    {
        var rows = Rows(new Random(Seed), 3000);
        var again = NoveltyDetector.Fit(rows, Width, Seed, CancellationToken.None)!;
        Assert.Equal(Detector.Value.Of(rows.AsSpan(0, Width)), again.Of(rows.AsSpan(0, Width)));
    }

    [Fact]
    public void Fit_TooFewRows_LearnsNothing() => Assert.Null(NoveltyDetector.Fit(Rows(new Random(Seed), 99), Width, Seed, CancellationToken.None));

    [Fact]
    public void Of_RowOfAnotherWidth_IsRefused() => Assert.Throws<ModelException>(() => Detector.Value.Of([1, 2]));

    [Theory]
    [InlineData(10, 3)]
    [InlineData(3, 10)]
    public void Positions_AnyCount_AreDistinctAscendingAndNoMoreThanAsked(int count, int most)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var drawn = RowSample.Positions(count, most, seed);
            Assert.Equal(Math.Min(count, most), drawn.Length);
            Assert.Equal(drawn.Distinct().Order(), drawn);
            Assert.All(drawn, row => Assert.InRange(row, 0, count - 1));
        }
    }

    private static double[] Rows(Random random, int count)
    {
        var rows = new double[count * Width];
        for (var row = 0; row < count; row++)
        {
            var common = SampleBars.Normal(random);
            for (var f = 0; f < Width; f++)
            {
                rows[(row * Width) + f] = (0.6 * common) + (0.8 * SampleBars.Normal(random));
            }
        }

        return rows;
    }
}
