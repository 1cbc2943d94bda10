using AraWeb.Engine.Core;
using AraWeb.Engine.Explanation;
using AraWeb.Engine.Models.Trees.Forests;
using AraWeb.Engine.Numerics;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Trees.Forests;

public sealed class IsolationForestTests
{
    // scikit-learn 1.2.1: -IsolationForest(n_estimators=200, max_samples=256, random_state=0).fit(X).score_samples(X[:40]). Another of its seeds ranks
    // these rows with a correlation of .973 to this one.
    private static readonly double[] Expected =
    [
        0.461, 0.4826, 0.4858, 0.4998, 0.4545, 0.4751, 0.5354, 0.465, 0.4711, 0.4572, 0.4945, 0.6168, 0.4463, 0.5034, 0.4975, 0.5609, 0.4532, 0.4678, 0.535,
        0.5034, 0.5072, 0.473, 0.5834, 0.4447, 0.67, 0.5079, 0.5238, 0.4822, 0.4745, 0.4772, 0.4601, 0.5033, 0.4713, 0.4487, 0.4741, 0.4899, 0.4495, 0.5059,
        0.5429, 0.4587,
    ];

    private static readonly IsolationSettings Many = new() { Trees = 200 };

    [Fact]
    public void Score_SameRows_RanksAsScikitLearn()
    {
        var rows = Rows();
        var forest = IsolationForest.Fit(rows, 4, Many, 1, CancellationToken.None);
        double[] scores = [.. Enumerable.Range(0, 40).Select(row => forest.Score(rows.AsSpan(row * 4, 4)))];
        Assert.True(RankCorrelation.Of(scores, Expected) > 0.95);
        Assert.All(scores.Zip(Expected), pair => Assert.Equal(pair.Second, pair.First, 0.04));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(256, 10.244770920119917)]
    public void MeanPath_Rows_IsThatOfThePaper(int rows, double expected)
    {
        // Python 3.11: 2 * (math.log(255) + 0.5772156649015329) - 2 * 255 / 256.
        Assert.Equal(expected, IsolationForest.MeanPath(rows), 1e-12);
    }

    [Fact]
    public void Score_RowFarFromAll_IsStrange()
    {
        var forest = IsolationForest.Fit(Rows(), 4, Many, 1, CancellationToken.None);
        Assert.InRange(forest.Score([5, -4, 9, 30]), 0.7, 1);
        Assert.InRange(forest.Score([0.5, 0.125, 0.5, 0.5]), 0.3, 0.5);
    }

    [Fact]
    public void Score_RowsAllAlike_IsAHalf()
    {
        var forest = IsolationForest.Fit(Enumerable.Repeat(3.0, 200).ToArray(), 2, new IsolationSettings { Trees = 5 }, 1, CancellationToken.None);
        Assert.Equal(0.5, forest.Score([3, 3]), 1e-12);
    }

    [Fact]
    public void Fit_UnknownValues_AreLivedWith()
    {
        double[] rows = [.. Rows().Select((value, i) => i % 7 == 0 ? double.NaN : value)];
        var forest = IsolationForest.Fit(rows, 4, Many, 1, CancellationToken.None);
        Assert.InRange(forest.Score([double.NaN, double.NaN, double.NaN, double.NaN]), 0.3, 0.6);
        Assert.InRange(forest.Score([double.NaN, -4, 9, 30]), 0.65, 1);
    }

    [Fact]
    public void Fit_SameSeed_SameScores()
    {
        var rows = Rows();
        double Score(int seed) => IsolationForest.Fit(rows, 4, new IsolationSettings(), seed, CancellationToken.None).Score(rows.AsSpan(0, 4));
        Assert.Equal(Score(3), Score(3));
        Assert.NotEqual(Score(3), Score(4));
    }

    [Fact]
    public void Load_WhatSaveWrote_ScoresTheSameToTheBit()
    {
        var rows = Rows();
        var forest = IsolationForest.Fit(rows, 4, new IsolationSettings { Trees = 3, Sample = 16 }, 1, CancellationToken.None);
        using var file = new MemoryStream();
        forest.Save(file);
        file.Position = 0;
        var loaded = IsolationForest.Load(file);
        Assert.All(Enumerable.Range(0, 100), row => Assert.Equal(forest.Score(rows.AsSpan(row * 4, 4)), loaded.Score(rows.AsSpan(row * 4, 4))));
        var bytes = file.ToArray();
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 4;
            Assert.Throws<ModelException>(() => IsolationForest.Load(new MemoryStream(bytes)));
            bytes[at] ^= 4;
        }
    }

    [Fact]
    public void Paths_Explained_SayWhichFeatureIsStrange()
    {
        var forest = IsolationForest.Fit(Rows(), 4, Many, 1, CancellationToken.None);
        var contributions = new double[4];
        new TreeShap(forest.Paths).Explain([0.5, 0.1, 0.5, 30], contributions);
        Assert.Equal(3, Array.IndexOf(contributions, contributions.Min()));
    }

    [Theory]
    [InlineData(1, 256)]
    [InlineData(0, 256)]
    [InlineData(400, 1)]
    public void Fit_TooLittle_IsRefused(int rows, int sample)
    {
        var settings = new IsolationSettings { Sample = sample };
        Assert.Throws<ModelException>(() => IsolationForest.Fit(Rows().AsSpan(0, rows * 4), 4, settings, 1, CancellationToken.None));
    }

    [Fact]
    public void Fit_InfiniteValue_IsNamed()
    {
        var rows = Rows();
        rows[(4 * 17) + 2] = double.PositiveInfinity;
        var error = Assert.Throws<ModelException>(() => IsolationForest.Fit(rows, 4, Many, 1, CancellationToken.None));
        Assert.Contains("Feature 2 is infinite in row 17", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_RowOfAnotherFeatureSet_IsRefused()
    {
        var forest = IsolationForest.Fit(Rows(), 4, Many, 1, CancellationToken.None);
        Assert.Throws<ModelException>(() => forest.Score([1, 2]));
    }

    // 400 rows of 4: the second is the cube of the first, the fourth is far away in about one row of 33.
    private static double[] Rows()
    {
        var rows = CongruentialStream.Take(1600, 8);
        for (var at = 0; at < rows.Length; at += 4)
        {
            rows[at + 1] = rows[at] * rows[at] * rows[at];
            rows[at + 3] = rows[at + 3] > 0.97 ? 5 * rows[at + 3] : rows[at + 3];
        }

        return rows;
    }
}
