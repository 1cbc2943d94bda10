using System.Diagnostics;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;
using AraWeb.Engine.Models.Trees.Forests;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Training;
using AraWeb.Tests.Engine.Registry;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Training;

public sealed class RetrainingTests : IDisposable
{
    private const int Seed = 31;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly LinearSettings Linear = new() { Penalty = 0.01 };
    private static readonly IForecaster[] Learners = [new RidgeForecaster(Linear), new LassoForecaster(Linear)];

    private readonly RegistrySample _sample = new();
    private readonly MemoryBarStore _bars = new();
    private readonly List<TrainingStep> _steps = [];
    private readonly ModelRegistry _registry;

    public RetrainingTests() => _registry = new ModelRegistry(_sample.Folder, _sample.Keys, RegistryLimits.Usual, _sample.Time);

    public void Dispose() => _sample.Dispose();

    [Fact]
    public async Task RunAsync_SeriesTooShort_NamesThem()
    {
        await WriteAsync(MomentumSeries.Make(2, 400, lean: 0.6, Seed), isSimulated: false);
        var outcome = await RunAsync(olderThan: null);
        Assert.False(outcome.HasData);
        Assert.Contains("LEAN0 400, LEAN1 400", outcome.Message, StringComparison.Ordinal);
        Assert.Empty(_registry.List());
    }

    [Fact]
    public async Task RunAsync_OnlySimulatedBars_TrainsNoModelOfRealPrices()
    {
        await WriteAsync(MomentumSeries.Make(2, 1100, lean: 0.6, Seed), isSimulated: true);
        Assert.False((await RunAsync(olderThan: null)).HasData);
        var outcome = await RunAsync(olderThan: null, isSimulated: true);
        var card = outcome.Training!.Card;
        Assert.Equal((ModelTraining.SimulatedName, true, TrainingOrder.AskedFor), (card.Id, ModelTraining.IsSimulated(card), card.Model.Settings["cause"]));
        Assert.Empty(_registry.List(ModelTraining.DefaultName));
        Assert.Contains($"{card.Id} version 1", outcome.Message, StringComparison.Ordinal);
        Assert.True(_steps.Count > 8, $"{_steps.Count} steps");
        Assert.All(_steps.Zip(_steps.Skip(1)), pair => Assert.True(pair.First.Share <= pair.Second.Share));
        Assert.InRange(_steps[^1].Share, 0.8, 1);
    }

    [Fact]
    public async Task RunAsync_BySchedule_TrainsWhenTheNewestVersionIsOldAndBarsCame()
    {
        var series = MomentumSeries.Make(2, 1110, lean: 0.6, Seed);
        await WriteAsync([.. series.Select(bars => bars.Slice(0, 1100))], isSimulated: false);
        var first = await RunAsync(Week);
        Assert.Contains("no version yet", first.Training!.Card.Model.Settings["cause"], StringComparison.Ordinal);
        Assert.False(ModelTraining.IsSimulated(first.Training.Card));

        _sample.Time.Advance(Week);
        var same = await RunAsync(Week);
        Assert.True(same is { HasData: true, Training: null });
        Assert.Contains("no bars have come", same.Message, StringComparison.Ordinal);

        await WriteAsync(series, isSimulated: false);
        var second = await RunAsync(Week);
        Assert.Equal("schedule: the newest version was 7 days old", second.Training!.Card.Model.Settings["cause"]);
        Assert.Equal(2, second.Training.Card.Version);
    }

    [Fact]
    public async Task RunAsync_YoungVersion_TrainsOnlyAfterDrift()
    {
        var series = MomentumSeries.Make(3, 1180, lean: 0.6, Seed);
        await WriteAsync([.. series.Select(bars => bars.Slice(0, 1100))], isSimulated: false);
        Assert.True((await RunAsync(olderThan: null)).Training!.WentLive);
        await WriteAsync([.. series.Select(bars => bars.Slice(0, 1110))], isSimulated: false);
        var calm = await RunAsync(Week);
        Assert.Contains("nothing has drifted", calm.Message, StringComparison.Ordinal);

        await WriteAsync([.. series.Select(bars => Rising(bars, 1110))], isSimulated: false);
        var drifted = await RunAsync(Week);
        Assert.StartsWith("drift: ", drifted.Training!.Card.Model.Settings["cause"], StringComparison.Ordinal);

        // The candidate has answered the drift; it is not answered again tomorrow.
        Assert.False(drifted.Training.WentLive, drifted.Message);
        Assert.Null((await RunAsync(Week)).Training);
    }

    [Fact]
    public async Task RunAsync_Cancelled_EndsWithinASecondAndRegistersNothing()
    {
        await WriteAsync(MomentumSeries.Make(4, 1500, lean: 0.6, Seed), isSimulated: false);
        using var stop = new CancellationTokenSource();
        var began = 0L;
        var progress = new Steps(step =>
        {
            if (step.Share > 0.5 && !stop.IsCancellationRequested)
            {
                began = Stopwatch.GetTimestamp();
                stop.Cancel();
            }
        });
        var request = new RetrainingRequest(new HashSet<Symbol>(), IsSimulated: false, OlderThan: null, Threads: 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new Retraining(_bars, _registry, [.. Learners, new RandomForestForecaster()], _sample.Time).RunAsync(request, progress, stop.Token));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 1);
        Assert.Empty(_registry.List());
    }

    private static BarSeries Rising(BarSeries bars, int from)
    {
        var changed = new List<Bar>();
        for (var t = 0; t < bars.Count; t++)
        {
            var price = changed.Count > 0 ? changed[^1].Close : 0;
            changed.Add(t < from ? bars[t] : new Bar(bars[t].Time, price, price * 1.01, price, price * 1.01, 1000));
        }

        return BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, changed);
    }

    private Task<RetrainingOutcome> RunAsync(TimeSpan? olderThan, bool isSimulated = false) => new Retraining(_bars, _registry, Learners, _sample.Time)
        .RunAsync(
            new RetrainingRequest(new HashSet<Symbol>(), isSimulated, olderThan, Environment.ProcessorCount),
            new Steps(_steps.Add),
            CancellationToken.None);

    private async Task WriteAsync(BarSeries[] series, bool isSimulated)
    {
        foreach (var bars in series)
        {
            var instrument = new Instrument(bars.Symbol, bars.Symbol.Text, bars.AssetClass, "USD", "sample", isSimulated, [bars.Timeframe]);
            await _bars.WriteAsync(instrument, bars, _sample.Time.GetUtcNow(), CancellationToken.None);
        }
    }

    private sealed class Steps(Action<TrainingStep> told) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value)
        {
            lock (told)
            {
                told(value);
            }
        }
    }
}
