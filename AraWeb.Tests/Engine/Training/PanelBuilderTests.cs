using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Training;

public sealed class PanelBuilderTests
{
    private const int Seed = 3;

    [Fact]
    public void Build_SeveralSeries_RowsAreInTimeAndOutcomesAreReturnsOverForecastDeviations()
    {
        var series = TrainingSample.Series(3, 420, Seed);
        var panel = TrainingSample.Panel(series);
        Assert.Equal(3 * 120, panel.Rows.Count);
        Assert.Equal(120, panel.Closes.Count);
        for (var i = 1; i < panel.Rows.Count; i++)
        {
            Assert.True(panel.Rows[i].Close >= panel.Rows[i - 1].Close, $"row {i} comes before the one above it; seed {Seed}");
        }

        var row = panel.Rows[100];
        var bars = series[row.Symbol];
        Assert.Equal(bars[row.Bar].Time.AddDays(1), row.Close);
        Assert.Equal(bars[row.Bar + 5].Time.AddDays(1), row.Known);
        Assert.Equal(Math.Log(bars.Close[row.Bar + 5] / bars.Close[row.Bar]), panel.TargetOf(100, 1) * panel.DeviationOf(100, 1), 12);
    }

    [Fact]
    public void Build_LastBars_HaveNoOutcomeAndAreNeverLearned()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(2, 420, Seed));
        var open = Enumerable.Range(0, panel.Rows.Count).Where(row => double.IsNaN(panel.TargetOf(row, 1))).ToArray();
        Assert.Equal(2 * 5, open.Length);
        Assert.All(open, row => Assert.Equal(DateTimeOffset.MaxValue, panel.Rows[row].Known));
        Assert.Equal(panel.Rows.Count - open.Length, panel.RowsKnownBy(DateTimeOffset.MaxValue.AddTicks(-1), stride: 1).Length);
    }

    [Fact]
    public void Build_FutureCutOff_LeavesEveryEarlierRowEqualToTheBit()
    {
        var series = TrainingSample.Series(3, 460, Seed);
        var whole = TrainingSample.Panel(series);
        var cut = TrainingSample.Panel([.. series.Select(bars => bars.Slice(0, 400))]);
        for (var i = 0; i < cut.Rows.Count; i++)
        {
            Assert.Equal((whole.Rows[i].Symbol, whole.Rows[i].Bar, whole.Rows[i].Regime), (cut.Rows[i].Symbol, cut.Rows[i].Bar, cut.Rows[i].Regime));
            Assert.Equal(whole.FeaturesOf(i).ToArray(), cut.FeaturesOf(i).ToArray());
            Assert.Equal(whole.DeviationOf(i, 1), cut.DeviationOf(i, 1));
        }
    }

    [Fact]
    public void RowsKnownBy_AMoment_HoldsNoOutcomeThatCameLater()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(2, 420, Seed));
        var moment = panel.Closes[60];
        var rows = panel.RowsKnownBy(moment, stride: 1);
        Assert.Equal(2 * 56, rows.Length);
        Assert.All(rows, row => Assert.True(panel.Rows[row].Known <= moment));
        Assert.All(panel.RowsKnownBy(moment, stride: 5), row => Assert.Equal(0, panel.Days[row] % 5));
    }

    [Fact]
    public void ToTrainingSet_OlderRow_WeighsHalfAtTheHalfLife()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(1, 420, Seed));
        var data = panel.ToTrainingSet([10, 20], panel.Rows[20].Close, TimeSpan.FromDays(10));
        Assert.Equal([0.5, 1], data.Weights.ToArray());
        Assert.Equal(panel.FeaturesOf(10).ToArray(), data.Features[..panel.FeatureNames.Count].ToArray());
        Assert.Equal(panel.TargetOf(20, 1), data.Targets.Span[3]);
    }

    [Fact]
    public void Relative_EveryDay_HasOutcomesAndFeaturesInTheOrderOfTheDay()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(3, 420, Seed));
        var relative = panel.Relative();
        foreach (var day in Enumerable.Range(0, panel.Rows.Count - 30).GroupBy(row => panel.Days[row]))
        {
            // Normal scores of ranks 1 to 3: -0.967, 0, 0.967 (scipy 1.10.1, norm.ppf of a sixth, a half and five sixths).
            Assert.Equal(
                [-0.9674215661, 0, 0.9674215661], day.OrderBy(row => panel.TargetOf(row, 0)).Select(row => Math.Round(relative.TargetOf(row, 0), 10)));
            Assert.Equal(
                day.OrderBy(row => panel.FeaturesOf(row)[0]), day.OrderBy(row => relative.FeaturesOf(row)[0]));
        }

        Assert.All(Enumerable.Range(panel.Rows.Count - 3, 3), row => Assert.True(double.IsNaN(relative.TargetOf(row, 0))));
    }

    [Fact]
    public void Shuffled_EveryDay_HasTheSameOutcomesInAnotherOrder()
    {
        var panel = TrainingSample.Panel(TrainingSample.Series(8, 420, Seed));
        var shuffled = panel.Shuffled(1);
        var moved = 0;
        foreach (var day in Enumerable.Range(0, 800).GroupBy(row => panel.Days[row]))
        {
            Assert.Equal(day.Select(row => panel.TargetOf(row, 0)).Order(), day.Select(row => shuffled.TargetOf(row, 0)).Order());
            moved += day.Count(row => panel.TargetOf(row, 0) != shuffled.TargetOf(row, 0));
        }

        Assert.True(moved > 400, $"{moved} of 800 outcomes moved");
    }

    [Fact]
    public void Build_ShortSeries_SaysWhatIsMissing()
    {
        var error = Assert.Throws<ModelException>(() => TrainingSample.Panel(TrainingSample.Series(1, 200, Seed)));
        Assert.Contains("300 bars", error.Message, StringComparison.Ordinal);
    }
}
