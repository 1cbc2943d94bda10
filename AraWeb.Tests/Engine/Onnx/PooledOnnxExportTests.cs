using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;
using AraWeb.Tests.Engine.Training;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Onnx;

/// <summary>A whole pooled model, run by Microsoft's ONNX runtime.</summary>
public sealed class PooledOnnxExportTests : IClassFixture<OnnxRuntimeFixture>
{
    private const int Seed = 24;
    private const int Features = 4;
    private const int Learned = 800;

    [Fact]
    public async Task Write_AllLearners_ForecastTheSameInTheRuntimeInEveryState()
    {
        var model = Learn();
        var random = new Random(Seed + 1);
        var rows = Enumerable.Range(0, 60).Select(i => Row(random, i)).ToArray();
        var states = rows.Select((_, i) => Enumerable.Range(0, 5).Select(state => state == i % 5 ? 1.0 : 0).ToArray()).ToArray();
        var outputs = await OnnxRuntimeFixture.ForecastAsync(PooledOnnxExport.Write(model), "float64", rows, states);
        var expected = new double[3];
        for (var i = 0; i < rows.Length; i++)
        {
            model.Forecast(rows[i], i % 5 == 4 ? null : (RegimeType)(i % 5), expected);
            for (var h = 0; h < expected.Length; h++)
            {
                Assert.True(Math.Abs(expected[h] - outputs["mean"][(i * 3) + h]) < 1e-5, $"row {i}, horizon {h}, seed {Seed}");
            }
        }
    }

    [Fact]
    public void Write_MemberOfAnotherKind_IsRefused()
    {
        var data = Data();
        var spy = new SpyForecaster("spy", _ => 0.1).Fit(data, Seed, CancellationToken.None);
        var pool = new PoolWeights([1], [[1], [1], [1], [1]]);
        var model = new PooledModel("test", data.FeatureNames, [1, 5, 20], [spy], [pool, pool, pool], DateTimeOffset.UnixEpoch);
        Assert.Throws<ModelException>(() => PooledOnnxExport.Write(model));
    }

    /// <summary>Weights that differ between states; the last horizon has none.</summary>
    private static PooledModel Learn()
    {
        var data = Data();
        var members = ForecasterCatalog.Learners.Select(learner => learner.Fit(data, Seed, CancellationToken.None)).ToArray();
        double[] Weights(double first, double step) => [.. members.Select((_, m) => Math.Max(0, first + (step * m)))];
        var pool = new PoolWeights(Weights(0.1, 0.02), [Weights(0.2, -0.02), Weights(0, 0.03), Weights(0.3, -0.1), Weights(0.1, 0)]);
        var none = new PoolWeights(Weights(0, 0), [Weights(0, 0), Weights(0, 0), Weights(0, 0), Weights(0, 0)]);
        return new PooledModel("test", data.FeatureNames, data.Horizons, members, [pool, pool, none], DateTimeOffset.UnixEpoch);
    }

    private static TrainingSet Data()
    {
        var random = new Random(Seed);
        var (features, targets, weights) = (new double[Learned * Features], new double[Learned * 3], new double[Learned]);
        for (var i = 0; i < Learned; i++)
        {
            Row(random, i).CopyTo(features, i * Features);
            for (var h = 0; h < 3; h++)
            {
                targets[(i * 3) + h] = (0.5 * features[(i * Features) + 1]) + SampleBars.Normal(random);
            }

            weights[i] = 1;
        }

        return new TrainingSet(["a", "b", "c", "d"], [1, 5, 20], features, targets, weights);
    }

    /// <summary>Every seventh row does not know its first feature. Values are rounded to floats, as linear models of the file take them.</summary>
    private static double[] Row(Random random, int row) =>
        [.. Enumerable.Range(0, Features).Select(f => f == 0 && row % 7 == 0 ? double.NaN : (float)SampleBars.Normal(random))];
}
