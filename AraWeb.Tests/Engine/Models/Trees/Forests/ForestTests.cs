using AraWeb.Engine.Core;
using AraWeb.Engine.Explanation;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Trees.Forests;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Trees.Forests;

public sealed class ForestTests
{
    [Fact]
    public void Quantiles_OneLeaf_AreThoseOfItsTargets()
    {
        // numpy 1.24.2: np.quantile([1..9], [.05, .5, .55, 1], method="inverted_cdf") is 1, 5, 5, 9.
        double[] y = [4, 9, 1, 7, 2, 8, 3, 6, 5];
        var data = new TrainingSet(["a"], [1], new double[9], y, Enumerable.Repeat(1.0, 9).ToArray());
        var forest = ForestTrainer.Fit(data, ForestSamples.PlainTree with { LeafSample = 100, Trees = 3 }, 1, CancellationToken.None);
        var values = new double[4];
        forest.Quantiles([0], 0, [0.05, 0.5, 0.55, 1], values);
        Assert.Equal([1, 5, 5, 9], values);
    }

    [Fact]
    public void Quantiles_SpreadThatGrowsWithAFeature_Follow()
    {
        // y is uniform between -x and x: the quantile of level q is x (2 q - 1).
        const int Rows = 4000;
        var (x, u) = (CongruentialStream.Take(Rows, 10), CongruentialStream.Take(Rows, 11));
        double[] y = [.. x.Zip(u, (scale, share) => scale * ((2 * share) - 1))];
        var data = new TrainingSet(["a"], [1], x, y, Enumerable.Repeat(1.0, Rows).ToArray());
        var settings = new ForestSettings
        {
            Kind = ForestKind.ExtraTrees, Trees = 50, MaxDepth = 6, MinLeaf = 60, Features = FeatureDraw.All, Bootstrap = false, LeafSample = 40, Threads = 2,
        };
        var forest = ForestTrainer.Fit(data, settings, 3, CancellationToken.None);
        var values = new double[3];
        foreach (var scale in (ReadOnlySpan<double>)[0.3, 0.6, 0.9])
        {
            forest.Quantiles([scale], 0, [0.1, 0.5, 0.9], values);
            Assert.Equal(-0.8 * scale, values[0], 0.12);
            Assert.Equal(0, values[1], 0.12);
            Assert.Equal(0.8 * scale, values[2], 0.12);
        }
    }

    [Fact]
    public void Fit_LeafSample_BoundsWhatALeafKeeps()
    {
        var settings = ForestSamples.PlainTree with { LeafSample = 3, MaxDepth = 2 };
        var tree = ForestTrainer.Fit(ForestSamples.Small(), settings, 1, CancellationToken.None).Trees[0];
        for (var node = 0; node < tree.Shape.Count; node++)
        {
            var entries = tree.Kept!.Starts[node + 1] - tree.Kept.Starts[node];
            Assert.Equal(tree.Shape.Feature[node] < 0 ? 3 : 0, entries);
        }
    }

    [Fact]
    public void Quantiles_NothingKept_SaysWhatToDo()
    {
        var forest = ForestTrainer.Fit(ForestSamples.Small(), ForestSamples.PlainTree, 1, CancellationToken.None);
        var error = Assert.Throws<ModelException>(() => forest.Quantiles([0, 0, 0], 0, [0.5], new double[1]));
        Assert.Contains("LeafSample", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_RowOfAnotherFeatureSet_IsRefused()
    {
        var forest = ForestTrainer.Fit(ForestSamples.Small(), ForestSamples.PlainTree, 1, CancellationToken.None);
        Assert.Throws<ModelException>(() => forest.Predict([0, 0], new double[2], new double[2], new double[2]));
    }

    [Fact]
    public void EnsembleOf_EachOutput_IsExplainedAndAddsUp()
    {
        var data = ForestSamples.Small();
        var forest = ForestTrainer.Fit(data, ForestSamples.PlainTree with { Trees = 20, Bootstrap = true }, 1, CancellationToken.None);
        for (var output = 0; output < 2; output++)
        {
            var ensemble = forest.EnsembleOf(output);
            var shap = new TreeShap(ensemble);
            var row = data.Features.Span[..3];
            var contributions = new double[3];
            shap.Explain(row, contributions);
            Assert.Equal(ForestSamples.Means(forest, row)[output], shap.ExpectedValue + contributions.Sum(), 1e-12);
            Assert.Equal(ensemble.Trees.Sum(tree => tree.Value[0]), shap.ExpectedValue, 1e-12);
        }
    }
}
