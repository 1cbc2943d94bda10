using System.Diagnostics;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Neural;
using AraWeb.Engine.Models.Neural.Training;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Neural.Training;

public sealed class NeuralForecasterTests
{
    private const int Features = PlantedReturns.Features;
    private static readonly NeuralSettings Short = new() { Epochs = 2, Batch = 64, Seeds = 1, LearningRate = 3e-3 };

    [Fact]
    public void Fit_SignalInBarsBefore_IsFound()
    {
        // What comes follows from the bar four back: only a model that looks at windows can say it.
        const int seed = 4;
        var settings = Short with { Epochs = 12, LearningRate = 1e-2 };
        var fitted = new GatedRecurrentForecaster(settings, new NeuralRun()).Fit(PlantedReturns.Draw(1500, seed, lag: 4), 1, CancellationToken.None);
        Assert.Equal(60, fitted.Window);
        var later = PlantedReturns.Draw(400, seed + 100, lag: 4);
        var (crossed, squares, targets) = (0.0, 0.0, 0.0);
        var forecasts = new StandardizedForecast[1];
        for (var row = 60; row < later.Count; row++)
        {
            fitted.Predict(later.Features.Span.Slice((row - 59) * Features, 60 * Features), forecasts);
            var (mean, target) = (forecasts[0].Mean, later.Targets.Span[row]);
            (crossed, squares, targets) = (crossed + (mean * target), squares + (mean * mean), targets + (target * target));
            Assert.Equal(mean > 0.2, forecasts[0].ProbabilityUp > 0.5 && mean > 0.2);
        }

        var correlation = crossed / Math.Sqrt(squares * targets);
        Assert.True(correlation > 0.35, $"seed {seed}: correlation {correlation}");
    }

    [Fact]
    public void Fit_CutOffAndResumed_EndsTheSameToTheBit()
    {
        var data = PlantedReturns.Draw(600, 5, lag: 1);
        using var folder = new TempFolder();
        var settings = Short with { Seeds = 2 };
        var whole = Save(new GatedRecurrentForecaster(settings, new NeuralRun()).Fit(data, 3, CancellationToken.None));
        using var cut = new CancellationTokenSource();
        var run = new NeuralRun { Checkpoints = folder.Path, CheckpointSteps = 1, Progress = new Told(told => CutAt(told, cut)) };
        Assert.ThrowsAny<OperationCanceledException>(() => new GatedRecurrentForecaster(settings, run).Fit(data, 3, cut.Token));
        Assert.NotEmpty(Directory.GetFiles(folder.Path));
        var heard = new List<NeuralProgress>();
        var again = new NeuralRun { Checkpoints = folder.Path, CheckpointSteps = 1, Progress = new Told(heard.Add) };
        Assert.Equal(whole, Save(new GatedRecurrentForecaster(settings, again).Fit(data with { Threads = 1 }, 3, CancellationToken.None)));
        Assert.True(heard[0].Step > 4, $"began again: {heard[0]}");
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Fit_CheckpointOfAnotherNetworkOrData_IsRefused()
    {
        var data = PlantedReturns.Draw(300, 6, lag: 1);
        using var folder = new TempFolder();
        using var cut = new CancellationTokenSource();
        var run = new NeuralRun { Checkpoints = folder.Path, CheckpointSteps = 1, Progress = new Told(told => CutAt(told, cut)) };
        Assert.ThrowsAny<OperationCanceledException>(() => new GatedRecurrentForecaster(Short, run).Fit(data, 3, cut.Token));
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        var others = PlantedReturns.Draw(300, 7, lag: 1);
        var error = Assert.Throws<ModelException>(() => new GatedRecurrentForecaster(Short, run).Fit(others, 3, CancellationToken.None));
        Assert.Contains("other data", error.Message, StringComparison.Ordinal);
        File.Move(file, file.Replace("gru", "cnn_lstm", StringComparison.Ordinal));
        error = Assert.Throws<ModelException>(() => new ConvolutionLstmForecaster(Short, run).Fit(data, 3, CancellationToken.None));
        Assert.Contains("of a gru network", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_LearningRateFarTooHigh_StopsAndKeepsTheBest()
    {
        var settings = Short with { LearningRate = 1e6, WarmUp = 0 };
        var data = PlantedReturns.Draw(400, 8, lag: 1);
        var fitted = (FittedNeural)new GatedRecurrentForecaster(settings, new NeuralRun()).Fit(data, 1, CancellationToken.None);
        Assert.Equal(LearningEnd.Exploded, fitted.Members[0].End);
        var forecasts = new StandardizedForecast[1];
        fitted.Predict(CongruentialStream.Take(Features, 1), forecasts);
        Assert.Equal(0, forecasts[0].Mean, 1e-6);
        Assert.Equal(0.5, forecasts[0].ProbabilityUp, 1e-5);
    }

    [Fact]
    public async Task Fit_CancelledWhileLearning_StopsWithinASecond()
    {
        using var cancel = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var run = new NeuralRun { Progress = new Told(_ => begun.TrySetResult()) };
        var model = new TransformerForecaster(Short with { Epochs = 200, Patience = 1000 }, run);
        var data = PlantedReturns.Draw(1500, 9, lag: 1);
        var learning = Task.Run(() => model.Fit(data, 1, cancel.Token));
        await begun.Task;
        var start = Stopwatch.GetTimestamp();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => learning);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 1);
    }

    [Fact]
    public void Fit_InfiniteFeature_IsRefusedWithItsColumn()
    {
        var data = PlantedReturns.Draw(300, 10, lag: 1);
        var features = data.Features.ToArray();
        features[(77 * Features) + 3] = double.PositiveInfinity;
        var error = Assert.Throws<ModelException>(() => new GatedRecurrentForecaster().Fit(data with { Features = features }, 1, CancellationToken.None));
        Assert.Contains("f3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_PanelWithoutHistory_IsRefused()
    {
        var data = PlantedReturns.Draw(300, 11, lag: 1) with { Bars = Enumerable.Range(0, 300).Select(row => row / 2).ToArray() };
        var error = Assert.Throws<ModelException>(() => new GatedRecurrentForecaster().Fit(data, 1, CancellationToken.None));
        Assert.Contains("history", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_SameBarsAsHistory_LearnsTheSame()
    {
        var data = PlantedReturns.Draw(300, 12, lag: 1);
        var history = new FeatureHistory(data.Features, Enumerable.Range(-1, 300).ToArray());
        var given = data with { History = history, HistoryRows = Enumerable.Range(0, 300).ToArray(), Bars = Enumerable.Range(0, 300).ToArray() };
        var model = new GatedRecurrentForecaster(Short, new NeuralRun());
        Assert.Equal(Save(model.Fit(data, 1, CancellationToken.None)), Save(model.Fit(given, 1, CancellationToken.None)));
    }

    [Fact]
    public void Fit_HistoryChangedAfterTheLastRow_LearnsTheSame()
    {
        // What stands in the history after the rows learned from is the future: even an infinite number there must not matter.
        var data = PlantedReturns.Draw(300, 17, lag: 1);
        double[] longer = [.. data.Features.Span, .. Enumerable.Repeat(double.PositiveInfinity, 50 * Features)];
        var before = Enumerable.Range(-1, 350).ToArray();
        var rows = Enumerable.Range(0, 300).ToArray();
        var given = data with { History = new FeatureHistory(longer, before), HistoryRows = rows };
        var model = new GatedRecurrentForecaster(Short, new NeuralRun());
        Assert.Equal(Save(model.Fit(data, 1, CancellationToken.None)), Save(model.Fit(given, 1, CancellationToken.None)));
    }

    [Fact]
    public void Predict_InfiniteFeature_IsRefusedWithItsColumn()
    {
        var fitted = new GatedRecurrentForecaster(Short, new NeuralRun()).Fit(PlantedReturns.Draw(300, 13, lag: 1), 1, CancellationToken.None);
        var window = CongruentialStream.Take(Features * 60, 1);
        window[(58 * Features) + 2] = double.NegativeInfinity;
        var error = Assert.Throws<ModelException>(() => fitted.Predict(window, new StandardizedForecast[1]));
        Assert.Contains("f2", error.Message, StringComparison.Ordinal);
        Assert.Contains("1 bars back", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FineTune_OnOneSymbol_NeverJudgesWorseThanWhatItBeganWith()
    {
        var model = new GatedRecurrentForecaster(Short, new NeuralRun());
        var pretrained = (FittedNeural)model.Fit(PlantedReturns.Draw(800, 14, lag: 1), 1, CancellationToken.None);
        var symbol = PlantedReturns.Draw(400, 15, lag: 1);
        var curve = model.FineTune(pretrained, symbol, 1, CancellationToken.None).Members[0].Curve;
        Assert.True(curve.Count > 1);
        Assert.True(curve.Min(point => point.Validation) <= curve[0].Validation);
        Assert.Throws<ModelException>(() => model.FineTune(pretrained, symbol with { Horizons = [5] }, 1, CancellationToken.None));
    }

    [Fact]
    public void Outlook_SeveralSeeds_SaysQuantilesAndDisagreement()
    {
        var settings = Short with { Seeds = 3, LearningRate = 1e-2, Epochs = 6 };
        var data = PlantedReturns.Draw(600, 16, lag: 0);
        var fitted = (FittedNeural)new ConvolutionLstmForecaster(settings, new NeuralRun()).Fit(data, 1, CancellationToken.None);
        var window = CongruentialStream.Take(Features * 60, 2);
        var outlook = Assert.Single(fitted.Outlook(window));
        Assert.True(outlook.SeedDeviation > 0);
        Assert.Equal(9, outlook.Quantiles.Count);
        Assert.Equal(outlook.Quantiles.Order(), outlook.Quantiles);
        var weights = fitted.BarWeights(window)!;
        Assert.Equal(60, weights.Length);
        Assert.Equal(1, weights.Sum(), 1e-5);
    }

    private static void CutAt(NeuralProgress told, CancellationTokenSource cut)
    {
        Assert.True(told.Left >= TimeSpan.Zero && told.Steps >= told.Step, told.ToString());
        if (told.Step >= 4)
        {
            cut.Cancel();
        }
    }

    private static byte[] Save(IFittedForecaster fitted)
    {
        using var file = new MemoryStream();
        fitted.Save(file);
        return file.ToArray();
    }
}
