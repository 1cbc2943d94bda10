using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Features.Panel;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Training;
using AraWeb.Tests.Engine.Registry;

namespace AraWeb.Tests.Engine.Training;

public sealed class ModelDriftTests : IDisposable
{
    private const int Seed = 21;
    private const int Trained = 1100;

    private static readonly PanelSettings Settings = new([1, 5], 300);

    private readonly RegistrySample _sample = new();
    private readonly ModelRegistry _registry;

    public ModelDriftTests() => _registry = new ModelRegistry(_sample.Folder, _sample.Keys, RegistryLimits.Usual, _sample.Time);

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Judge_SameMarketGoesOn_FindsNothing()
    {
        var series = MomentumSeries.Make(6, Trained + 150, lean: 0.6, Seed);
        var report = Judge(series);
        Assert.True(report.Reason is null, $"{report.Reason}; seed {Seed}");
        Assert.Equal(PanelFeatures.Compute(series[0]).Names.Count, report.Features.Count);
        Assert.All(report.Scores, score => Assert.False(score.HasDecayed));
        Assert.True(report.Scores[0].Days >= 100, $"{report.Scores[0].Days} days");
        Assert.Equal(Trained + 150 - 1, (int)(report.Through - series[0][0].Time).TotalDays - 1);
    }

    [Fact]
    public void Judge_LastQuarterOnlyRises_NamesTheFeaturesThatMoved()
    {
        var series = MomentumSeries.Make(6, Trained + 70, lean: 0.6, Seed);
        var report = Judge([.. series.Select(bars => Rising(bars, from: Trained))]);
        Assert.Contains("features moved", report.Reason, StringComparison.Ordinal);
        var rsi = report.Features.Single(feature => feature.Feature.StartsWith("rsi", StringComparison.Ordinal));
        Assert.True(rsi.HasMoved, $"{rsi}; seed {Seed}");
    }

    [Fact]
    public void Judge_LeanTurned_FindsThatTheScoreDecayed()
    {
        // The same noise and prices, but what follows a rise is a fall.
        var head = MomentumSeries.Make(6, Trained, lean: 0.6, Seed);
        var turned = MomentumSeries.Make(6, Trained + 250, lean: -0.6, Seed);
        var report = Judge([.. head.Select((bars, i) => Join(bars, turned[i]))]);
        Assert.True(report.Scores[0].HasDecayed, $"{report.Scores[0]}; seed {Seed}");
        Assert.Contains("its skill fell", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_FewDaysSince_LeavesTheScoreOpen()
    {
        var report = Judge(MomentumSeries.Make(6, Trained + 40, lean: 0.6, Seed));
        Assert.True(double.IsNaN(report.Scores[0].Skill.Estimate));
        Assert.False(report.Scores[0].HasDecayed);
    }

    [Fact]
    public void Read_WhatWasWritten_GivesTheSameIndices()
    {
        var panel = PanelBuilder.Build(MomentumSeries.Make(2, 700, 0.6, Seed), Settings, new Progress<string>(), CancellationToken.None);
        var data = panel.ToTrainingSet(panel.RowsKnownBy(panel.Closes[^1], 1), panel.Closes[^1], TimeSpan.FromDays(1000));
        var reference = PanelReference.Of(panel, data, CancellationToken.None);
        var text = reference.Write();
        var read = PanelReference.Read(text);
        Assert.Equal(reference.Indices(panel), read.Indices(panel));
        Assert.Equal((reference.LargestMean, reference.Stretches), (read.LargestMean, read.Stretches));
        Assert.Equal(reference.Drift, read.Drift);
        Assert.Equal(text, read.Write());

        // The last stretch was one of the training's.
        Assert.All(reference.Indices(panel).Zip(reference.Largest), pair => Assert.True(pair.First <= pair.Second));
        Assert.Throws<ModelException>(() => PanelReference.Read(text[..(text.Length / 8 * 4)]));
        Assert.Throws<ModelException>(() => PanelReference.Read("no text"));
    }

    private static BarSeries Rising(BarSeries bars, int from)
    {
        const double Rise = 0.01;
        var changed = new List<Bar>();
        for (var t = 0; t < bars.Count; t++)
        {
            var price = changed.Count > 0 ? changed[^1].Close : 0;
            changed.Add(t < from ? bars[t] : new Bar(bars[t].Time, price, price * (1 + Rise), price, price * (1 + Rise), 1000));
        }

        return BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, changed);
    }

    private static BarSeries Join(BarSeries head, BarSeries tail)
    {
        var scale = head[head.Count - 1].Close / tail[head.Count - 1].Close;
        var bars = Enumerable.Range(0, tail.Count).Select(t => t < head.Count
            ? head[t]
            : tail[t] with { Open = tail[t].Open * scale, High = tail[t].High * scale, Low = tail[t].Low * scale, Close = tail[t].Close * scale });
        return BarSeries.FromBars(head.Symbol, head.AssetClass, head.Timeframe, [.. bars]);
    }

    /// <summary>Trains on the first bars and looks at the last.</summary>
    private DriftReport Judge(BarSeries[] series)
    {
        var linear = new LinearSettings { Penalty = 0.01 };
        var outcome = new ModelTraining(_registry).Train(
            new TrainingOrder(
                "pool", [.. series.Select(bars => bars.Slice(0, Trained))], Settings, [new RidgeForecaster(linear)], IsSimulated: true, TrainingOrder.AskedFor),
            new Progress<string>(),
            CancellationToken.None);
        var file = _registry.Load("pool", outcome.Card.Version, outcome.Card.Model.FeatureNames);
        var model = PooledModelFile.Read(new MemoryStream(file.Bytes.ToArray()), ForecasterCatalog.Learners);
        var newest = series.Select(bars => bars.Last(ModelDrift.BarsNeeded(Settings))).ToArray();
        return ModelDrift.Judge(model, outcome.Card, PanelBuilder.Build(newest, Settings, new Progress<string>(), CancellationToken.None));
    }
}
