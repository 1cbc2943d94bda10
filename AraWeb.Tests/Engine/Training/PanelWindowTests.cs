using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Neural;
using AraWeb.Engine.Models.Neural.Training;
using AraWeb.Engine.Training;

namespace AraWeb.Tests.Engine.Training;

public sealed class PanelWindowTests
{
    private const int Seed = 19;

    [Fact]
    public void WindowOf_EveryRow_HoldsTheSameInstrumentsBarsUpToItsOwn()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(3, 450, Seed));
        var width = panel.FeatureNames.Count;
        var room = new double[4 * width];
        for (var row = 0; row < panel.Rows.Count; row += 7)
        {
            var window = panel.WindowOf(row, 4, room).ToArray();
            var own = Enumerable.Range(0, row + 1).Where(other => panel.Rows[other].Symbol == panel.Rows[row].Symbol).TakeLast(4).ToArray();
            Assert.Equal(own.SelectMany(other => panel.FeaturesOf(other).ToArray()), window);
            Assert.Equal(panel.FeaturesOf(row).ToArray(), panel.WindowOf(row, 1, []).ToArray());
        }
    }

    [Fact]
    public void ToTrainingSet_History_PlacesEveryRowAndLooksBackOnly()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(2, 450, Seed));
        var rows = panel.RowsKnownBy(panel.Closes[^20], stride: 2);
        var data = panel.ToTrainingSet(rows, panel.Closes[^20], TimeSpan.FromDays(100));
        var width = panel.FeatureNames.Count;
        for (var i = 0; i < data.Count; i++)
        {
            var place = data.HistoryRows.Span[i];
            Assert.Equal(data.Features.Slice(i * width, width).ToArray(), data.History!.Features.Slice(place * width, width).ToArray());
            Assert.True(data.History.Before.Span[place] < place);
        }
    }

    [Fact]
    public void Run_Network_IsAskedAboutWindows()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(2, 450, Seed));
        var plan = new TrainingPlan(120, 40, 1, TimeSpan.FromDays(3), TimeSpan.FromDays(100), Seed: 1);
        var model = new GatedRecurrentForecaster(new NeuralSettings { Epochs = 1, Batch = 32, Seeds = 1, LearningRate = 1e-2 }, new NeuralRun());
        var said = WalkForwardTraining.Run(panel, [model], plan, new Progress<string>(), CancellationToken.None);
        Assert.Empty(said.Failures);
        var day = said.Fits[0].Day;
        var rows = panel.RowsKnownBy(panel.Closes[day] - plan.Embargo, plan.Stride);
        var fitted = model.Fit(panel.ToTrainingSet(rows, panel.Closes[day], plan.HalfLife), plan.Seed, CancellationToken.None);
        var row = Array.IndexOf(panel.Days, day);
        var expected = new StandardizedForecast[panel.Horizons.Count];
        fitted.Predict(panel.WindowOf(row, fitted.Window, new double[fitted.Window * panel.FeatureNames.Count]), expected);
        Assert.Equal(expected[0], said.Of(row, 0)[0]);
        fitted.Predict(panel.FeaturesOf(row), expected);
        Assert.NotEqual(expected[0], said.Of(row, 0)[0]);
    }
}
