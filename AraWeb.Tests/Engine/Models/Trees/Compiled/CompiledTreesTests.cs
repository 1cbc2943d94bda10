using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Models.Trees.Boosting;
using AraWeb.Engine.Models.Trees.Compiled;
using AraWeb.Tests.Engine.Models.Trees.Boosting;

namespace AraWeb.Tests.Engine.Models.Trees.Compiled;

public sealed class CompiledTreesTests
{
    private const int Seed = 20260302;

    [Theory]
    [InlineData(nameof(BoostingAlgorithm.Depthwise), 37)]
    [InlineData(nameof(BoostingAlgorithm.Leafwise), 8)]
    [InlineData(nameof(BoostingAlgorithm.Oblivious), 37)]
    public void Predict_RowsWithMissingValues_EqualsTheEnsembleToTheBit(string algorithm, int rounds)
    {
        var panel = new InventedPanel(1003, Seed, missing: 0.15);
        var settings = new BoostingSettings(Enum.Parse<BoostingAlgorithm>(algorithm)) { Rounds = rounds, MaxDepth = 7 };
        var ensemble = Booster.Fit(panel.Features, InventedPanel.Width, panel.Targets, panel.Weights, settings, 1, CancellationToken.None).Ensemble;
        panel.Features[3] = double.PositiveInfinity;
        panel.Features[12] = double.NegativeInfinity;
        var compiled = CompiledTrees.From(ensemble);
        foreach (var threads in (int[])[1, 2])
        {
            var sums = new double[panel.Rows];
            compiled.Predict(panel.Features, sums, threads, CancellationToken.None);
            for (var row = 0; row < panel.Rows; row++)
            {
                var expected = ensemble.Predict(panel.Row(row));
                Assert.True(expected.Equals(sums[row]), $"seed {Seed}, row {row}: {sums[row]} in place of {expected}");
                Assert.True(expected.Equals(compiled.Predict(panel.Row(row))), $"seed {Seed}, row {row}");
            }
        }
    }

    [Fact]
    public void Predict_TreesOfAllShapes_EqualsTheEnsemble()
    {
        // By hand: a lone leaf, a question, a chain, and two full levels that ask the same.
        var lone = Tree([-1], [0], [0], [0], [false], [4]);
        var question = Tree([0, -1, -1], [0.5, 0, 0], [1, 0, 0], [2, 0, 0], [true, false, false], [0, 1, 2]);
        var chain = Tree(
            [1, -1, 0, -1, -1], [-1, 0, 3, 0, 0], [1, 0, 3, 0, 0], [2, 0, 4, 0, 0], [false, false, true, false, false], [0, 10, 0, 20, 30]);
        var square = Tree(
            [0, 1, 1, -1, -1, -1, -1],
            [1, 0, 0, 0, 0, 0, 0],
            [1, 3, 5, 0, 0, 0, 0],
            [2, 4, 6, 0, 0, 0, 0],
            [false, true, true, false, false, false, false],
            [0, 0, 0, 100, 200, 300, 400]);
        var compiled = CompiledTrees.From(new TreeEnsemble(2, 0.5, [lone, question, chain, square]));
        Assert.Equal(0.5 + 4 + 1 + 10 + 100, compiled.Predict([0.2, -2]));
        Assert.Equal(0.5 + 4 + 2 + 20 + 400, compiled.Predict([1.0, 0]));
        Assert.Equal(0.5 + 4 + 1 + 20 + 300, compiled.Predict([double.NaN, double.NaN]));
    }

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(0, double.PositiveInfinity)]
    public void From_QuestionThatNoRowAnswers_IsRefused(int feature, double threshold)
    {
        var tree = Tree([feature, -1, -1], [threshold, 0, 0], [1, 0, 0], [2, 0, 0], [true, false, false], [0, 1, 2]);
        Assert.Throws<ArgumentException>(() => CompiledTrees.From(new TreeEnsemble(2, 0, [tree])));
    }

    [Fact]
    public void Predict_RowOfAnotherWidth_IsRefused()
    {
        var compiled = CompiledTrees.From(new TreeEnsemble(2, 0, []));
        Assert.Throws<ArgumentException>(() => compiled.Predict([1.0]));
        Assert.Throws<ArgumentException>(() => compiled.Predict(new double[3], new double[2], 1, CancellationToken.None));
    }

    private static DecisionTree Tree(int[] feature, double[] threshold, int[] left, int[] right, bool[] missingLeft, double[] value) =>
        new(feature, threshold, left, right, missingLeft, value, [.. value.Select(_ => 1.0)]);
}
