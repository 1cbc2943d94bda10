using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Training;
using AraWeb.Tests.Engine.Registry;

namespace AraWeb.Tests.Engine.Training;

public sealed class ModelTrainingTests : IDisposable
{
    private const int Seed = 4;

    private static readonly PanelSettings Settings = new([1, 5], 300);

    private static readonly LinearSettings Linear = new() { Penalty = 0.01 };

    private readonly RegistrySample _sample = new();
    private readonly ModelRegistry _registry;

    public ModelTrainingTests() => _registry = new ModelRegistry(_sample.Folder, _sample.Keys, RegistryLimits.Usual, _sample.Time);

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Train_SeriesThatLean_GoesLiveWithACardAndForecastsTheLean()
    {
        var series = MomentumSeries.Make(6, 1100, lean: 0.6, Seed);
        var outcome = Train(series);
        Assert.True(outcome.WentLive, outcome.Reason);
        Assert.Equal(1, _registry.Live("pool")!.Version);
        Assert.Equal(ModelTraining.Family, outcome.Card.Model.Family);
        Assert.Equal(["squared_error_skill", "squared_error_skill"], outcome.Card.Model.Metrics.Select(metric => metric.Name));
        Assert.True(outcome.Trained.Holdout[0].Skill.Lower > 0, $"skill {outcome.Trained.Holdout[0].Skill}; seed {Seed}");

        var file = _registry.Load("pool", 1, outcome.Card.Model.FeatureNames);
        var read = PooledModelFile.Read(new MemoryStream(file.Bytes.ToArray()), ForecasterCatalog.Learners);
        var panel = outcome.Trained.Pooled.Panel;
        double[] mine = new double[2], theirs = new double[2];
        for (var row = panel.Rows.Count - 60; row < panel.Rows.Count; row++)
        {
            outcome.Trained.Model.Forecast(panel.FeaturesOf(row), panel.Rows[row].Regime, mine);
            read.Forecast(panel.FeaturesOf(row), panel.Rows[row].Regime, theirs);
            Assert.Equal(mine, theirs);
            Assert.All(mine, mean => Assert.InRange(mean, -2, 2));
        }
    }

    [Fact]
    public void Train_SeriesWithNothingToLearn_StaysACandidateAndSaysSo()
    {
        var outcome = Train(MomentumSeries.Make(6, 1000, lean: 0, Seed));
        Assert.False(outcome.WentLive, outcome.Reason);
        Assert.Contains("No edge", outcome.Reason, StringComparison.Ordinal);
        Assert.Null(_registry.Live("pool"));
        Assert.Equal(ModelStage.Candidate, Assert.Single(_registry.List("pool")).Stage);
    }

    [Fact]
    public void Train_AgainOnTheSameDays_CannotBeComparedAndLeavesTheLiveVersion()
    {
        var series = MomentumSeries.Make(6, 1100, lean: 0.6, Seed);
        Train(series);
        var again = Train(series);
        Assert.False(again.WentLive);
        Assert.Contains("days have come", again.Reason, StringComparison.Ordinal);
        Assert.Equal(1, _registry.Live("pool")!.Version);
        Assert.Equal((2, 1), (again.Card.Version, again.Card.Model.ParentVersion));
        Assert.Equal(2 * again.Trained.Model.Members.Count, again.Card.Model.Trials);
    }

    [Fact]
    public void Train_WhereTheLeanHasTurned_ReplacesTheVersionThatStillBelievesIt()
    {
        var (head, tail) = (MomentumSeries.Make(6, 900, lean: 0.6, Seed), MomentumSeries.Make(6, 1700, lean: -0.6, Seed + 1));
        Assert.True(Train(head).WentLive);
        var outcome = Train(tail);
        Assert.True(outcome.WentLive, outcome.Reason);
        Assert.Contains("than the version in use", outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(1, _registry.Rollback("pool", "test").Holder(ModelStage.Live));
    }

    [Fact]
    public void Train_SimulatedPricesBesideAVersionOfRealOnes_IsRefused()
    {
        var series = MomentumSeries.Make(6, 1100, lean: 0.6, Seed);
        var outcome = Train(series);
        Assert.False(ModelTraining.IsSimulated(outcome.Card));
        var refused = Assert.Throws<InputException>(() => Train(series, isSimulated: true));
        Assert.Contains("another name", refused.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedFile_IsRefused()
    {
        var outcome = Train(MomentumSeries.Make(6, 1000, lean: 0.6, Seed));
        using var file = new MemoryStream();
        PooledModelFile.Write(outcome.Trained.Model, file);
        var bytes = file.ToArray();
        Assert.Throws<ModelException>(() => PooledModelFile.Read(new MemoryStream(bytes[..(bytes.Length / 2)]), ForecasterCatalog.Learners));
        Assert.Throws<ModelException>(() => PooledModelFile.Read(new MemoryStream("no model"u8.ToArray()), ForecasterCatalog.Learners));
        Assert.Throws<ModelException>(() => PooledModelFile.Read(new MemoryStream(bytes), [new LassoForecaster()]));
        bytes[0] ^= 1;
        Assert.Throws<ModelException>(() => PooledModelFile.Read(new MemoryStream(bytes), ForecasterCatalog.Learners));
    }

    private TrainingOutcome Train(BarSeries[] series, bool isSimulated = false) => new ModelTraining(_registry).Train(
        new TrainingOrder(
            "pool", series, Settings, [new RidgeForecaster(Linear), new LassoForecaster(Linear)], isSimulated, TrainingOrder.AskedFor),
        new Progress<string>(),
        CancellationToken.None);
}
