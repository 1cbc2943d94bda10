using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;
using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Registry;
using AraWeb.Tests.Engine.Models.Linear;
using AraWeb.Tests.Engine.Registry;

namespace AraWeb.Tests.Engine.Onnx;

/// <summary>Exported files, run by Microsoft's ONNX runtime.</summary>
public sealed class OnnxExportTests : IClassFixture<OnnxRuntimeFixture>
{
    [Theory]
    [InlineData("ridge")]
    [InlineData("lasso")]
    [InlineData("elastic_net")]
    public async Task Write_LinearModel_ForecastsTheSameInTheRuntime(string id)
    {
        var data = LinearSample.WithColumn(LinearSample.Draw(500, 5, 21, 1, 5), 4, row => (1000 * row[4]) + 5000);
        IForecaster model = id switch { "ridge" => new RidgeForecaster(), "lasso" => new LassoForecaster(), _ => new ElasticNetForecaster() };
        var fitted = (FittedLinear)model.Fit(data, 1, CancellationToken.None);
        double[][] rows = [[1, 2, 3, 4, 5000], [-1, 0.5, double.NaN, 2, 4200], [double.NaN, double.NaN, 0, 0, double.NaN], [0, 0, 0, 0, 0]];
        var outputs = await OnnxRuntimeFixture.ForecastAsync(LinearOnnxExport.Write(fitted), "float32", rows);
        var expected = new StandardizedForecast[2];
        for (var row = 0; row < rows.Length; row++)
        {
            fitted.Predict(rows[row], expected);
            for (var h = 0; h < 2; h++)
            {
                Assert.Equal(expected[h].Mean, outputs["mean"][(row * 2) + h], 1e-5);
                Assert.Equal(expected[h].ProbabilityUp, outputs["probability_up"][(row * 2) + h], 1e-5);
            }
        }
    }

    [Fact]
    public async Task Write_Trees_SumTheSameInTheRuntime()
    {
        const int seed = 22;
        var random = new Random(seed);
        var ensemble = new TreeEnsemble(4, 0.25, [.. Enumerable.Range(0, 30).Select(_ => Grow(random, 5))]);
        var rows = Enumerable.Range(0, 200).Select(_ => Row(random)).ToArray();

        // On the threshold a row goes right, one step below it left.
        rows[0][ensemble.Trees[0].Feature[0]] = ensemble.Trees[0].Threshold[0];
        rows[1][ensemble.Trees[0].Feature[0]] = Math.BitDecrement(ensemble.Trees[0].Threshold[0]);
        var outputs = await OnnxRuntimeFixture.ForecastAsync(TreeOnnxExport.Write(ensemble, ["a", "b", "c", "d"]), "float64", rows);
        for (var row = 0; row < rows.Length; row++)
        {
            Assert.True(Math.Abs(ensemble.Predict(rows[row]) - outputs["sum"][row]) < 1e-5, $"row {row}, seed {seed}");
        }
    }

    [Fact]
    public async Task Write_OneLeaf_IsBaseAndLeaf()
    {
        var leaf = new DecisionTree([DecisionTree.Leaf], [0], [0], [0], [false], [1.5], [10]);
        var outputs = await OnnxRuntimeFixture.ForecastAsync(TreeOnnxExport.Write(new TreeEnsemble(2, 0.5, [leaf]), ["a", "b"]), "float64", [[1, 2]]);
        Assert.Equal(2.0, outputs["sum"][0], 1e-6);
    }

    [Fact]
    public void Write_NamesThatDoNotFit_AreRefused() =>
        Assert.Throws<ArgumentException>(() => TreeOnnxExport.Write(new TreeEnsemble(2, 0, []), ["a"]));

    [Fact]
    public void Register_ExportedFile_IsTaken()
    {
        using var sample = new RegistrySample();
        var fitted = (FittedLinear)new RidgeForecaster().Fit(LinearSample.Draw(100, 3, 23, 1), 1, CancellationToken.None);
        var draft = RegistrySample.Draft() with { Format = ModelRegistry.OnnxFormat };
        Assert.Equal(1, sample.Registry.Register(draft, LinearOnnxExport.Write(fitted), "exported").Version);
    }

    private static double[] Row(Random random) => [.. Enumerable.Range(0, 4).Select(_ => random.NextDouble() < 0.1 ? double.NaN : random.NextDouble())];

    /// <summary>A full tree; children of node i are 2 i + 1 and 2 i + 2.</summary>
    private static DecisionTree Grow(Random random, int depth)
    {
        var (count, inner) = ((1 << (depth + 1)) - 1, (1 << depth) - 1);
        int[] Each(Func<int, int> make) => [.. Enumerable.Range(0, count).Select(make)];
        double[] Numbers() => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        return new DecisionTree(
            Each(i => i < inner ? random.Next(4) : DecisionTree.Leaf),
            Numbers(),
            Each(i => i < inner ? (2 * i) + 1 : 0),
            Each(i => i < inner ? (2 * i) + 2 : 0),
            [.. Enumerable.Range(0, count).Select(_ => random.Next(2) == 0)],
            Numbers(),
            Numbers());
    }
}
