using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Trees.Forests;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Trees.Forests;

public sealed class ForestTrainerTests
{
    private static readonly double[] Probes = CongruentialStream.Take(15, 5);

    [Fact]
    public void Fit_PlainTreeOneTarget_IsThatOfScikitLearn()
    {
        // scikit-learn 1.2.1: DecisionTreeRegressor(max_depth=3, min_samples_leaf=5).fit(X, y[:, 0], w).predict(probes).
        double[] expected = [-0.44541926187325914, -0.44541926187325914, 0.13086282969501917, 0.40771647361204316, 0.40771647361204316];
        var forest = Fit(ForestSamples.One(ForestSamples.Small(), 0), ForestSamples.PlainTree);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(expected[i], ForestSamples.Means(forest, Probes.AsSpan(3 * i, 3))[0], 1e-12);
        }
    }

    [Fact]
    public void Fit_PlainTreeTwoTargets_IsThatOfScikitLearn()
    {
        // scikit-learn 1.2.1: the same with y of two columns.
        double[] expected =
        [
            -0.4454192618732592, 0.4465958107727369, -0.4454192618732592, 0.4465958107727369, 0.13086282969501917, 0.865772876698933,
            0.4077164736120432, 0.5587205570226861, 0.4077164736120432, 0.5587205570226861,
        ];
        var forest = Fit(ForestSamples.Small(), ForestSamples.PlainTree);
        for (var i = 0; i < 5; i++)
        {
            var means = ForestSamples.Means(forest, Probes.AsSpan(3 * i, 3));
            Assert.Equal(expected[2 * i], means[0], 1e-12);
            Assert.Equal(expected[(2 * i) + 1], means[1], 1e-12);
        }
    }

    // scikit-learn 1.2.1, mean of five seeds, 200 trees, max_depth=8, min_samples_leaf=5, learned on 1000 rows, squared error on 500:
    // RandomForestRegressor 4.839 (deviation .082) with max_features="sqrt", 3.655 (.024) with all; ExtraTreesRegressor 7.643 (.130) and 4.058 (.019).
    [Theory]
    [InlineData(ForestKind.RandomForest, FeatureDraw.SquareRoot, 4.839, 0.25)]
    [InlineData(ForestKind.RandomForest, FeatureDraw.All, 3.655, 0.07)]
    [InlineData(ForestKind.ExtraTrees, FeatureDraw.SquareRoot, 7.643, 0.39)]
    [InlineData(ForestKind.ExtraTrees, FeatureDraw.All, 4.058, 0.06)]
    public void Fit_Friedman_LosesWhatScikitLearnLoses(ForestKind kind, FeatureDraw features, double expected, double threeDeviations)
    {
        var all = ForestSamples.Friedman();
        var settings = new ForestSettings
        {
            Kind = kind, Trees = 200, MaxDepth = 8, MinLeaf = 5, Features = features, Bootstrap = kind == ForestKind.RandomForest, Threads = 2,
        };
        var forest = Fit(ForestSamples.Head(all, 1000), settings);
        var loss = 0.0;
        for (var row = 1000; row < 1500; row++)
        {
            var error = ForestSamples.Means(forest, all.Features.Span.Slice(row * 8, 8))[0] - all.Targets.Span[row];
            loss += error * error / 500;
        }

        Assert.InRange(loss, expected - (2 * threeDeviations), expected + threeDeviations);
    }

    [Theory]
    [InlineData(ForestKind.RandomForest)]
    [InlineData(ForestKind.ExtraTrees)]
    public void Fit_AnyNumberOfThreads_SameForest(ForestKind kind)
    {
        var data = ForestSamples.Head(ForestSamples.Friedman(), 300);
        var settings = new ForestSettings
        {
            Kind = kind, Trees = 20, MaxDepth = 6, MinLeaf = 3, Features = FeatureDraw.SquareRoot, Bootstrap = true, LeafSample = 4, Threads = 1,
        };
        var one = Saved(Fit(data, settings));
        Assert.Equal(one, Saved(Fit(data, settings with { Threads = 2 })));
        Assert.Equal(one, Saved(Fit(data, settings with { Threads = 5 })));
        Assert.NotEqual(one, Saved(ForestTrainer.Fit(data, settings, 8, CancellationToken.None)));
    }

    [Theory]
    [InlineData(ForestKind.RandomForest)]
    [InlineData(ForestKind.ExtraTrees)]
    public void Fit_WeightOfTwo_IsTheSameAsTheRowTwice(ForestKind kind)
    {
        var data = ForestSamples.Head(ForestSamples.Friedman(), 200);
        var weights = Enumerable.Range(0, 200).Select(row => row < 50 ? 2.0 : 1).ToArray();
        var twice = data with
        {
            Features = data.Features.ToArray().Concat(data.Features[..400].ToArray()).ToArray(),
            Targets = data.Targets.ToArray().Concat(data.Targets[..50].ToArray()).ToArray(),
            Weights = Enumerable.Repeat(1.0, 250).ToArray(),
        };
        var settings = ForestSamples.PlainTree with { Kind = kind, MaxDepth = 4, MinLeaf = 1 };
        var (a, b) = (Fit(data with { Weights = weights }, settings), Fit(twice, settings));
        for (var row = 200; row < 260; row++)
        {
            var probe = ForestSamples.Friedman().Features.Span.Slice(row * 8, 8);
            Assert.Equal(ForestSamples.Means(a, probe)[0], ForestSamples.Means(b, probe)[0], 1e-9);
        }
    }

    [Fact]
    public void Fit_LeavesAndDepth_StayWithinTheSettings()
    {
        var settings = new ForestSettings
        {
            Kind = ForestKind.RandomForest, Trees = 10, MaxDepth = 4, MinLeaf = 20, Features = FeatureDraw.Third, Bootstrap = false, Threads = 2,
        };
        foreach (var tree in Fit(ForestSamples.Head(ForestSamples.Friedman(), 500), settings).Trees)
        {
            var shape = tree.Shape;
            var depth = new int[shape.Count];
            for (var node = 0; node < shape.Count; node++)
            {
                Assert.True(shape.Cover[node] >= 20);
                Assert.True(depth[node] <= 4);
                if (shape.Feature[node] >= 0)
                {
                    depth[shape.Left[node]] = depth[shape.Right[node]] = depth[node] + 1;
                    Assert.Equal(shape.Cover[node], shape.Cover[shape.Left[node]] + shape.Cover[shape.Right[node]], 1e-9);
                }
            }
        }
    }

    [Theory]
    [InlineData(ForestKind.RandomForest)]
    [InlineData(ForestKind.ExtraTrees)]
    public void Fit_MissingValuesThatTell_AreLearned(ForestKind kind)
    {
        // Rows without the first feature have a target of 5, others one of their sign.
        var x = CongruentialStream.Take(800, 9).Select((value, i) => i % 2 == 1 ? value : i % 10 == 0 ? double.NaN : value - 0.5).ToArray();
        var y = Enumerable.Range(0, 400).Select(row => double.IsNaN(x[2 * row]) ? 5.0 : Math.Sign(x[2 * row])).ToArray();
        var data = new TrainingSet(["a", "b"], [1], x, y, Enumerable.Repeat(1.0, 400).ToArray());
        var settings = ForestSamples.PlainTree with { Kind = kind, Trees = 50, MaxDepth = 8, MinLeaf = 1 };
        var forest = Fit(data, settings);
        Assert.InRange(ForestSamples.Means(forest, [double.NaN, 0.5])[0], 4, 5);
        Assert.InRange(ForestSamples.Means(forest, [-0.3, 0.5])[0], -1.001, -0.8);
        Assert.InRange(ForestSamples.Means(forest, [0.3, 0.5])[0], 0.8, 1.2);
    }

    [Fact]
    public void Fit_AMillionToOneScale_ChangesNothing()
    {
        var data = ForestSamples.Head(ForestSamples.Friedman(), 300);
        var scaled = data with { Features = data.Features.ToArray().Select((value, i) => i % 8 == 0 ? value * 1048576 : value).ToArray() };
        var settings = ForestSamples.PlainTree with { Trees = 5, MaxDepth = 6, Bootstrap = true };
        var probe = data.Features.Span[..8].ToArray();
        var expected = ForestSamples.Means(Fit(data, settings), probe);
        probe[0] *= 1048576;
        Assert.Equal(expected, ForestSamples.Means(Fit(scaled, settings), probe));
    }

    [Fact]
    public void Fit_NothingToLearnFrom_SaysTheMean()
    {
        // Constant columns, and one column that is never known; duplicate rows.
        double[] x = [.. Enumerable.Range(0, 40).SelectMany(_ => (double[])[1, double.NaN])];
        double[] y = [.. Enumerable.Range(0, 40).Select(row => row % 4 == 0 ? -1.0 : 1)];
        var data = new TrainingSet(["a", "b"], [1], x, y, Enumerable.Repeat(1.0, 40).ToArray());
        var forest = Fit(data, ForestSamples.PlainTree);
        Assert.Equal([0.5], ForestSamples.Means(forest, [7, 7]));
        var rises = new double[1];
        forest.Predict([7, 7], new double[1], rises, new double[1]);
        Assert.Equal(31.0 / 42, rises[0], 1e-15);
    }

    [Theory]
    [InlineData(-1, "weighs -1")]
    [InlineData(double.NaN, "weighs NaN")]
    [InlineData(0, "weight above zero")]
    public void Fit_WeightsThatMeanNothing_AreRefused(double weight, string why)
    {
        var data = ForestSamples.Small() with { Weights = Enumerable.Repeat(weight, 60).ToArray() };
        Assert.Contains(why, Assert.Throws<ModelException>(() => Fit(data, ForestSamples.PlainTree)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ListsThatDoNotFit_AreRefused() =>
        Assert.Throws<ModelException>(() => Fit(ForestSamples.Small() with { Weights = new double[30] }, ForestSamples.PlainTree));

    [Theory]
    [InlineData(0, 3, 5, 0)]
    [InlineData(1, 0, 5, 0)]
    [InlineData(1, 99, 5, 0)]
    [InlineData(1, 3, 0, 0)]
    [InlineData(1, 3, 5, -1)]
    public void Fit_SettingOutOfRange_IsRefused(int trees, int depth, int leaf, int sample)
    {
        var settings = ForestSamples.PlainTree with { Trees = trees, MaxDepth = depth, MinLeaf = leaf, LeafSample = sample };
        Assert.Contains("Choose", Assert.Throws<ModelException>(() => Fit(ForestSamples.Small(), settings)).Advice, StringComparison.Ordinal);
    }

    private static Forest Fit(TrainingSet data, ForestSettings settings) => ForestTrainer.Fit(data, settings, 7, CancellationToken.None);

    private static byte[] Saved(Forest forest)
    {
        using var file = new MemoryStream();
        ForestFile.Write(file, "forest", [.. Enumerable.Range(1, forest.Outputs)], forest);
        return file.ToArray();
    }
}
