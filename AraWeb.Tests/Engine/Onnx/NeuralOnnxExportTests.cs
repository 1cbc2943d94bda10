using System.Collections.Concurrent;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Neural;
using AraWeb.Engine.Models.Neural.Recording;
using AraWeb.Engine.Models.Neural.Training;
using AraWeb.Tests.Engine.Models.Neural.Training;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Onnx;

/// <summary>Exported networks, run by Microsoft's ONNX runtime.</summary>
public sealed class NeuralOnnxExportTests : IClassFixture<OnnxRuntimeFixture>
{
    private const int Features = PlantedReturns.Features;
    private static readonly ConcurrentDictionary<string, Lazy<FittedNeural>> Fitted = new(StringComparer.Ordinal);
    private static readonly NeuralSettings Settings = new() { Epochs = 4, Batch = 32, Seeds = 2, LearningRate = 1e-2 };

    [Theory]
    [InlineData("transformer", WeightStorage.Single, 1e-5)]
    [InlineData("cnn_lstm", WeightStorage.Single, 1e-5)]
    [InlineData("gru", WeightStorage.Single, 1e-5)]
    [InlineData("transformer", WeightStorage.Half, 0.01)]
    [InlineData("cnn_lstm", WeightStorage.Half, 0.01)]
    [InlineData("gru", WeightStorage.Half, 0.01)]
    [InlineData("transformer", WeightStorage.Byte, 0.1)]
    [InlineData("cnn_lstm", WeightStorage.Byte, 0.1)]
    [InlineData("gru", WeightStorage.Byte, 0.1)]
    public async Task Write_Network_ForecastsTheSameInTheRuntime(string id, WeightStorage storage, double tolerance)
    {
        var fitted = Fit(id);
        double[][] windows = [.. Enumerable.Range(0, 4).Select(i => CongruentialStream.Take(60 * Features, i + 1).Select(value => (4 * value) - 2).ToArray())];
        var file = NeuralOnnxExport.Write(fitted, storage);
        var outputs = await OnnxRuntimeFixture.ForecastAsync(file, "float32", windows, [60, Features]);
        var levels = fitted.Network.Lengths.Levels.Count;
        var sizes = 0.0;
        for (var row = 0; row < windows.Length; row++)
        {
            var expected = Assert.Single(fitted.Outlook(windows[row]));
            Assert.Equal(expected.Mean, outputs["mean"][row], tolerance);
            sizes += Math.Abs(expected.Mean);
            for (var i = 0; i < levels; i++)
            {
                Assert.Equal(expected.Quantiles[i], outputs["quantiles"][(row * levels) + i], tolerance);
            }
        }

        Assert.True(sizes > 0.01, "the network says nothing, so nothing was compared");
        Assert.Equal(id != "gru", outputs.ContainsKey("bar_weights"));
    }

    [Theory]
    [InlineData("gru", WeightStorage.Half, 0, 0.001)]
    [InlineData("gru", WeightStorage.Byte, 0, 0.02)]
    [InlineData("gru", WeightStorage.Single, 0.3, 0.1)]
    public async Task Write_SmallerStorageOrPruned_CostsLittleAccuracy(string id, WeightStorage storage, double pruned, double most)
    {
        var later = PlantedReturns.Draw(260, 31, lag: 0);
        double[][] windows = [.. Enumerable.Range(60, 200).Select(row => later.Features.Slice((row - 59) * Features, 60 * Features).ToArray())];
        var whole = await LossAsync(NeuralOnnxExport.Write(Fit(id), WeightStorage.Single), windows, later);
        var small = await LossAsync(NeuralOnnxExport.Write(NetworkPruning.Prune(Fit(id), pruned), storage), windows, later);
        Assert.True(small < whole * (1 + most), $"loss {small} against {whole}");
    }

    [Fact]
    public void Write_SmallerStorage_IsSmaller()
    {
        var fitted = Fit("gru");
        var single = NeuralOnnxExport.Write(fitted, WeightStorage.Single).Length;
        Assert.InRange(NeuralOnnxExport.Write(fitted, WeightStorage.Half).Length, 0.45 * single, 0.6 * single);
        Assert.InRange(NeuralOnnxExport.Write(fitted, WeightStorage.Byte).Length, 0.2 * single, 0.4 * single);
    }

    [Fact]
    public void Prune_ShareOfMatrices_IsZeroAndTheOriginalUnchanged()
    {
        var fitted = Fit("gru");
        var pruned = NetworkPruning.Prune(fitted, 0.5);
        var spec = fitted.Network.Parameters.Specs.First(one => one.Name == "gru.1.weight");
        var (before, after) = (fitted.Members[0].Weights.Of(spec.Number).ToArray(), pruned.Members[0].Weights.Of(spec.Number).ToArray());
        Assert.Equal(0.5, after.Count(value => value == 0) / (double)after.Length, 0.01);
        Assert.Equal(0, before.Count(value => value == 0));
        Assert.All(before.Zip(after).Where(pair => pair.Second != 0), pair => Assert.Equal(pair.First, pair.Second));
    }

    private static async Task<double> LossAsync(byte[] file, double[][] windows, TrainingSet later)
    {
        var outputs = await OnnxRuntimeFixture.ForecastAsync(file, "float32", windows, [60, Features]);
        var levels = NetworkLengths.UsualLevels;
        return Enumerable.Range(0, windows.Length).Average(row => ForecastLoss.Of(
            (float)outputs["mean"][row], [.. outputs["quantiles"].Skip(row * levels.Count).Take(levels.Count).Select(value => (float)value)], levels,
            later.Targets.Span[60 + row]));
    }

    private static FittedNeural Fit(string id) => Fitted.GetOrAdd(id, static one => new Lazy<FittedNeural>(() => Learn(one))).Value;

    private static FittedNeural Learn(string id)
    {
        IForecaster model = id switch
        {
            "transformer" => new TransformerForecaster(Settings, new NeuralRun()),
            "cnn_lstm" => new ConvolutionLstmForecaster(Settings, new NeuralRun()),
            _ => new GatedRecurrentForecaster(Settings, new NeuralRun()),
        };
        return (FittedNeural)model.Fit(PlantedReturns.Draw(500, 30, lag: 0), 1, CancellationToken.None);
    }
}
