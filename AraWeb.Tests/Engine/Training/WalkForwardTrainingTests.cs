using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Training;

namespace AraWeb.Tests.Engine.Training;

public sealed class WalkForwardTrainingTests
{
    private const int Seed = 9;

    private static readonly TrainingPlan Plan = new(50, 40, 1, TimeSpan.FromDays(3), TimeSpan.FromDays(100), Seed: 1);

    [Fact]
    public void Run_EveryFit_LearnsOnlyWhatWasKnownBeforeTheEmbargo()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(2, 450, Seed));
        var spy = new SpyForecaster("spy", _ => 0.1);
        var said = Run(panel, spy);
        Assert.Equal([50, 90, 130], said.Fits.Select(fit => fit.Day));

        // A row of day d is known five bars later, on day d + 5; the embargo holds back three more.
        Assert.Equal([2 * (50 - 7), 2 * (90 - 7), 2 * (130 - 7)], spy.Seen.Select(data => data.Count));
        Assert.Equal(panel.TargetOf(panel.Days.AsSpan().IndexOf(42), 1), spy.Seen[0].Targets.Span[^3]);
    }

    [Fact]
    public void Run_RowsBeforeTheFirstFit_AreNotForecast()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(2, 450, Seed));
        var said = Run(panel, new SpyForecaster("spy", data => data.Count));
        for (var row = 0; row < panel.Rows.Count; row++)
        {
            var expected = panel.Days[row] < 50 ? double.NaN : 2.0 * (panel.Days[row] < 90 ? 43 : panel.Days[row] < 130 ? 83 : 123);
            Assert.Equal(expected, said.Of(row, 0)[0].Mean);
        }
    }

    [Fact]
    public void Run_FutureReplaced_LeavesWhatWasSaidBefore()
    {
        var series = TrainingSample.Series(2, 450, Seed);
        var other = TrainingSample.Series(2, 450, Seed + 100);
        BarSeries[] mixed = [.. series.Select((bars, i) => Join(bars.Slice(0, 420), other[i]))];
        double Mean(AraWeb.Engine.Models.TrainingSet data) => data.Targets.ToArray().Average();
        var first = Run(TrainingSample.Panel(series), new SpyForecaster("spy", Mean));
        var second = Run(TrainingSample.Panel(mixed), new SpyForecaster("spy", Mean));
        for (var row = 0; row < 2 * 120; row++)
        {
            Assert.Equal(first.Of(row, 1)[0], second.Of(row, 1)[0]);
        }
    }

    [Fact]
    public void Run_MemberThatFails_IsNamedAndTheOthersSpeak()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(2, 450, Seed));
        var failing = new SpyForecaster("broken", _ => throw new ModelException("Too wild.", "Calm down."));
        var said = WalkForwardTraining.Run(
            panel, [failing, new SpyForecaster("spy", _ => 0.1)], Plan, new Progress<string>(), CancellationToken.None);
        Assert.Equal(3, said.Failures.Count);
        Assert.Contains("broken", said.Failures[0], StringComparison.Ordinal);
        var last = said.Of(panel.Rows.Count - 1, 0);
        Assert.True(double.IsNaN(last[0].Mean));
        Assert.Equal(0.1, last[1].Mean);
    }

    [Fact]
    public void Run_FewDays_SaysHowManyAreNeeded()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(1, 340, Seed));
        Assert.Contains("50", Assert.Throws<ModelException>(() => Run(panel, new SpyForecaster("spy", _ => 0))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pool_BeforeThereIsEvidence_IsNoTilt()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(2, 450, Seed));
        var pooled = StackedForecasts.Of(Run(panel, new SpyForecaster("spy", _ => 0.1)), StackingSettings.Default);
        var firstForecast = panel.Days.AsSpan().IndexOf(50);
        Assert.True(double.IsNaN(pooled.MeanOf(firstForecast - 1, 0)));
        Assert.Equal(0, pooled.MeanOf(firstForecast, 0));
        Assert.Equal([0.0], pooled.Weights[0].Weights[0].All);
    }

    [Fact]
    public void Pool_OutcomesOfTheFuture_DoNotReachTheWeights()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(2, 450, Seed));
        var said = Run(panel, new SpyForecaster("spy", _ => 0.1));
        var pooled = StackedForecasts.Of(said, StackingSettings.Default);
        var moments = new StackingMoments(1);
        var days = new Dictionary<int, double>();
        for (var row = 0; row < panel.Rows.Count; row++)
        {
            if (panel.Days[row] is >= 50 and <= 85)
            {
                moments.Add([0.1], panel.TargetOf(row, 1), 0.5 / 5);
                days[panel.Days[row]] = days.GetValueOrDefault(panel.Days[row]) + (0.5 / 5 * 0.1 * panel.TargetOf(row, 1));
            }
        }

        var noise = 5 * days.Values.Sum(value => value * value) / (0.1 * 0.1 * days.Count / 5);
        Assert.Equal(Stacking.Weights(moments, noise, StackingSettings.Default)[0], pooled.Weights[1].Weights[1].All[0], 9);
    }

    private static OutOfFold Run(TrainingPanel panel, SpyForecaster spy) =>
        WalkForwardTraining.Run(panel, [spy], Plan, new Progress<string>(), CancellationToken.None);

    private static BarSeries Join(BarSeries head, BarSeries tail)
    {
        var scale = head[head.Count - 1].Close / tail[head.Count - 1].Close;
        var bars = Enumerable.Range(0, tail.Count).Select(t => t < head.Count
            ? head[t]
            : tail[t] with { Open = tail[t].Open * scale, High = tail[t].High * scale, Low = tail[t].Low * scale, Close = tail[t].Close * scale });
        return BarSeries.FromBars(head.Symbol, head.AssetClass, head.Timeframe, [.. bars]);
    }
}
