using AraWeb.Engine.Core;
using AraWeb.Engine.Explanation;
using AraWeb.Engine.Models.Trees;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Explanation;

public sealed class TreeShapTests
{
    [Theory]
    [InlineData(1, 1, 2, 1)]
    [InlineData(2, 1, 3, 2)]
    [InlineData(3, 3, 4, 4)]
    [InlineData(4, 9, 7, 3)]
    [InlineData(5, 2, 8, 7)]
    public void Explain_SmallTrees_EqualsEveryCoalitionTried(int seed, int trees, int features, int depth)
    {
        var ensemble = RandomTrees.Make(seed, trees, features, depth);
        var shap = new TreeShap(ensemble);
        var random = new Random(seed);
        for (var i = 0; i < 10; i++)
        {
            var row = RandomTrees.Row(random, features);
            var contributions = new double[features];
            shap.Explain(row, contributions);
            var expected = ShapleyEnumeration.Explain(ensemble, row);
            Assert.All(contributions.Zip(expected), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 1e-12, $"seed {seed}, row {i}: {pair}"));
        }
    }

    [Theory]
    [InlineData(1, 30, 12, 6)]
    [InlineData(2, 3, 60, 12)]
    public void Explain_AnyTrees_AddsUpToThePrediction(int seed, int trees, int features, int depth)
    {
        var ensemble = RandomTrees.Make(seed, trees, features, depth);
        var shap = new TreeShap(ensemble);
        var random = new Random(seed);
        var contributions = new double[features];
        for (var i = 0; i < 50; i++)
        {
            var row = RandomTrees.Row(random, features);
            shap.Explain(row, contributions);
            Assert.True(Math.Abs(shap.ExpectedValue + contributions.Sum() - ensemble.Predict(row)) < 1e-12, $"seed {seed}, row {i}");
        }
    }

    [Fact]
    public void Explain_PathOfManyFeatures_StillAddsUp()
    {
        // A chain that asks for each of 100 features once: node 2 i asks for feature i, its left child is a leaf.
        const int Features = 100;
        const int Count = (2 * Features) + 1;
        var (feature, threshold, left, right) = (new int[Count], new double[Count], new int[Count], new int[Count]);
        var (value, cover) = (new double[Count], new double[Count]);
        for (var i = 0; i < Count; i++)
        {
            var asks = i % 2 == 0 && i < Count - 1;
            (feature[i], threshold[i], left[i], right[i]) = asks ? (i / 2, 0.01, i + 1, i + 2) : (DecisionTree.Leaf, 0, 0, 0);
            value[i] = Math.Sin(i);
            cover[i] = asks ? Count - i + 1 : i % 2 == 1 ? 2 : 3;
        }

        var ensemble = new TreeEnsemble(Features, 0, [new DecisionTree(feature, threshold, left, right, new bool[Count], value, cover)]);
        var shap = new TreeShap(ensemble);
        var random = new Random(4);
        var contributions = new double[Features];
        double[] row = [.. Enumerable.Range(0, Features).Select(_ => random.NextDouble())];
        shap.Explain(row, contributions);
        Assert.Equal(ensemble.Predict(row), shap.ExpectedValue + contributions.Sum(), 1e-12);
        Assert.Equal(100, contributions.Count(contribution => contribution != 0));
    }

    [Fact]
    public void Explain_InfiniteValues_FollowTheTree()
    {
        var ensemble = RandomTrees.Make(6, 5, 4, 4);
        var shap = new TreeShap(ensemble);
        var contributions = new double[4];
        double[] row = [double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, 0.5];
        shap.Explain(row, contributions);
        Assert.Equal(ensemble.Predict(row), shap.ExpectedValue + contributions.Sum(), 1e-12);
    }

    [Fact]
    public void Explain_SteadyState_AllocatesNothing()
    {
        var shap = new TreeShap(RandomTrees.Make(7, 20, 10, 5));
        var row = RandomTrees.Row(new Random(7), 10);
        var contributions = new double[10];
        shap.Explain(row, contributions);
        Assert.Equal(0, Allocation.Fewest(() => shap.Explain(row, contributions)));
    }

    [Fact]
    public void ExpectedValue_RowsAsWeighted_IsTheirMeanPrediction()
    {
        // One question, three rows left and one right: the mean is (3 * 2 + 1 * 10) / 4 above the base of 1.
        var tree = new DecisionTree([0, -1, -1], [0.5, 0, 0], [1, 0, 0], [2, 0, 0], [true, false, false], [4, 2, 10], [4, 3, 1]);
        Assert.Equal(5, new TreeShap(new TreeEnsemble(1, 1, [tree])).ExpectedValue, 1e-15);
    }

    [Fact]
    public void Explain_NoTrees_SaysTheBase()
    {
        var shap = new TreeShap(new TreeEnsemble(2, 3, []));
        double[] contributions = [7, 7];
        shap.Explain([1, 2], contributions);
        Assert.Equal([0, 0], contributions);
        Assert.Equal(3, shap.ExpectedValue);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Explain_WrongLength_IsRefused(int row, int contributions)
    {
        var shap = new TreeShap(RandomTrees.Make(8, 1, 2, 1));
        Assert.Throws<ArgumentException>(() => shap.Explain(new double[row], new double[contributions]));
    }

    [Fact]
    public void Constructor_ColumnThatIsNotThere_IsRefused()
    {
        var tree = new DecisionTree([5, -1, -1], [0, 0, 0], [1, 0, 0], [2, 0, 0], [true, false, false], [0, 1, 2], [2, 1, 1]);
        Assert.Throws<ArgumentException>(() => new TreeShap(new TreeEnsemble(2, 0, [tree])));
    }

    [Fact]
    public void Constructor_PathOfTooManyFeatures_SaysWhatToDo()
    {
        const int Count = (2 * 129) + 1;
        int[] feature = [.. Enumerable.Range(0, Count).Select(i => i % 2 == 0 && i < Count - 1 ? i / 2 : DecisionTree.Leaf)];
        int[] left = [.. feature.Select((asked, i) => asked < 0 ? 0 : i + 1)];
        int[] right = [.. feature.Select((asked, i) => asked < 0 ? 0 : i + 2)];
        var tree = new DecisionTree(feature, new double[Count], left, right, new bool[Count], new double[Count], new double[Count]);
        var error = Assert.Throws<ModelException>(() => new TreeShap(new TreeEnsemble(129, 0, [tree])));
        Assert.Contains("depth", error.Advice, StringComparison.Ordinal);
    }
}
