using AraWeb.Engine.Evaluation.Overfitting;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Evaluation.Overfitting;

public sealed class OverfittingTests
{
    [Fact]
    public void ExpectedMaximum_HundredTrials_EqualsPypbo()
    {
        // esvhd/pypbo, commit ddbc631, tests/test_pbo.py.
        Assert.Equal(2.5306028932016846, SharpeStatistics.ExpectedMaximum(100), 9);
        Assert.Equal(0, SharpeStatistics.ExpectedMaximum(1));
        Assert.Throws<ArgumentOutOfRangeException>("trials", () => SharpeStatistics.ExpectedMaximum(0));
    }

    [Fact]
    public void Probabilistic_HedgeFundExample_EqualsPypbo() =>
        // The same file, after Bailey and Lopez de Prado (2012): 24 months.
        Assert.Equal(
            0.91323430688486018,
            SharpeStatistics.Probabilistic(new ReturnMoments(1.585 / Math.Sqrt(12), -2.448, 10.164, 24), 0), 12);

    [Fact]
    public void Deflated_HundredTrials_EqualsPypbo()
    {
        // The same file, after the numerical example of Bailey and Lopez de Prado (2014): five years of days; the hurdle is 0.1132 a day there.
        var deviation = Math.Sqrt(0.5 / 250);
        Assert.Equal(0.1132, deviation * SharpeStatistics.ExpectedMaximum(100), 4);
        Assert.Equal(0.90039683444939034, SharpeStatistics.Deflated(new ReturnMoments(2.5 / Math.Sqrt(250), -3, 10, 1250), deviation, 100), 9);
    }

    [Theory]
    [InlineData(2, 1, 0, 3, 250, 2.7311878017281761)]
    [InlineData(2, 1, 0, 3, 52, 2.8288335869452368)]
    [InlineData(3, 2.5, -0.72, 5.78, 12, 27.352920196040301)]
    public void MinimumTrackRecord_Examples_EqualPypbo(double sharpe, double benchmark, double skewness, double kurtosis, int periods, double years)
    {
        // The same file, after figure 8 of Bailey and Lopez de Prado (2012), 95 %.
        var moments = new ReturnMoments(sharpe / Math.Sqrt(periods), skewness, kurtosis, 0);
        Assert.Equal(years, SharpeStatistics.MinimumTrackRecord(moments, benchmark / Math.Sqrt(periods), 0.95) / periods, 8);
    }

    [Fact]
    public void MinimumTrackRecord_NotAboveTheBenchmark_IsNeverLongEnough() =>
        Assert.Equal(double.PositiveInfinity, SharpeStatistics.MinimumTrackRecord(new ReturnMoments(0.1, 0, 3, 100), 0.1, 0.95));

    [Fact]
    public void MinimumBacktestYears_FortyFiveTrials_EqualsPypbo() =>
        // The same file: 45 trials and a Sharpe ratio of 1 need five years.
        Assert.Equal(4.9980870044434038, SharpeStatistics.MinimumBacktestYears(45, 1), 9);

    [Fact]
    public void ReturnMoments_TwoHundredReturns_EqualScipy()
    {
        // scipy 1.10.1: stats.skew and stats.kurtosis(fisher=False); numpy's mean over std(ddof=1); u^3 of CongruentialStream with seed 31.
        var moments = ReturnMoments.Of([.. CongruentialStream.Take(200, 31).Select(value => value * value * value)]);
        Assert.Equal(0.8889846599452144, moments.Sharpe, 12);
        Assert.Equal(0.9129558958845717, moments.Skewness, 12);
        Assert.Equal(2.501650868180618, moments.Kurtosis, 12);
        Assert.Equal(200, moments.Count);
    }

    [Fact]
    public void SharpeStatistics_NothingToTellBy_AreNaN()
    {
        Assert.True(double.IsNaN(SharpeStatistics.Probabilistic(ReturnMoments.Of([]), 0)));
        Assert.True(double.IsNaN(SharpeStatistics.Probabilistic(ReturnMoments.Of([0.1, 0.1, 0.1]), 0)));
        Assert.True(double.IsNaN(SharpeStatistics.MinimumTrackRecord(ReturnMoments.Of([0.1]), 0, 0.95)));
        Assert.True(double.IsNaN(SharpeStatistics.Deflated(new ReturnMoments(1, 0, 3, 100), double.NaN, 10)));
        Assert.Throws<ArgumentException>("returns", () => ReturnMoments.Of([double.NaN]));
    }

    [Fact]
    public void Measure_TrialsWithoutSkill_IsAboutOneHalf()
    {
        // One set of trials leaves a wide spread, so the mean of many.
        const int sets = 40;
        var sum = 0.0;
        for (var set = 0; set < sets; set++)
        {
            sum += BacktestOverfitting.Measure(Noise(trials: 20, rows: 160, seed: set), 8).Probability;
        }

        Assert.InRange(sum / sets, 0.4, 0.6);
    }

    [Fact]
    public void Measure_OneTrialTrulyBetter_IsNearZero()
    {
        var trials = Noise(trials: 20, rows: 320, seed: 5);
        trials[7] = [.. trials[7].Select(value => value + 0.5)];
        var result = BacktestOverfitting.Measure(trials, 16);
        Assert.Equal(12_870, result.Logits.Length);
        Assert.InRange(result.Probability, 0, 0.001);
        Assert.InRange(result.LossProbability, 0, 0.001);
    }

    [Fact]
    public void Measure_FiveTrialsInFourBlocks_EqualsNumpy()
    {
        // numpy 1.24.2, written from the paper: Sharpe ratios of both halves by slices, ranks by scipy.stats.rankdata; one row more than fills the blocks.
        var result = BacktestOverfitting.Measure(Noise(trials: 5, rows: 41, seed: 3), 4);
        double[] expected = [0, -1.6094379124341005, 0.6931471805599452, -0.6931471805599454, -1.6094379124341005, -0.6931471805599454];
        Assert.Equal(expected.Order(), result.Logits.Order(), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(5.0 / 6, result.Probability, 12);
        Assert.Equal(4.0 / 6, result.LossProbability, 12);
    }

    [Fact]
    public void Measure_TrialsThatNeverTrade_AreAtTheMiddle()
    {
        // Nobody is better than anybody: every rank is shared.
        var result = BacktestOverfitting.Measure([new double[40], new double[40], new double[40]], 4);
        Assert.All(result.Logits, logit => Assert.Equal(0, logit, 12));
        Assert.Equal((1, 0), (result.Probability, result.LossProbability));
    }

    [Fact]
    public void Measure_BadShapes_AreNamedOrNaN()
    {
        Assert.True(double.IsNaN(BacktestOverfitting.Measure(Noise(trials: 3, rows: 7, seed: 1), 4).Probability));
        Assert.Throws<ArgumentException>("trials", () => BacktestOverfitting.Measure([], 4));
        Assert.Throws<ArgumentException>("trials", () => BacktestOverfitting.Measure([new double[40]], 4));
        Assert.Throws<ArgumentException>("trials", () => BacktestOverfitting.Measure([new double[40], new double[39]], 4));
        Assert.Throws<ArgumentException>("blocks", () => BacktestOverfitting.Measure(Noise(trials: 3, rows: 70, seed: 1), 5));
        Assert.Throws<ArgumentException>("blocks", () => BacktestOverfitting.Measure(Noise(trials: 3, rows: 70, seed: 1), 22));
    }

    private static double[][] Noise(int trials, int rows, int seed)
    {
        // Whole draws of one stream, so that no two trials share a stretch of it.
        double[] all = [.. CongruentialStream.Take(trials * rows, seed).Select(value => value - 0.5)];
        return [.. Enumerable.Range(0, trials).Select(trial => all[(trial * rows)..((trial + 1) * rows)])];
    }
}
