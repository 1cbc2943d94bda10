using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Engine.Evaluation.Selection;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Evaluation.Selection;

public sealed class SelectionTests
{
    private static readonly BootstrapSettings Settings = new(1, 500, 2);

    [Fact]
    public void Curve_FourForecasts_IsCountedByHand()
    {
        var curve = RiskCoverage.Curve([0.9, 0.6, 0.8, 0.7], [true, false, true, false], [1, 1, 2, 2], [0, 0.7, 0.8, 0.95], 0.95, Settings);
        Assert.Equal([1, 0.75, 0.5, 0], curve.Select(point => point.Coverage));
        Assert.Equal([0.5, 2.0 / 3, 1, double.NaN], curve.Select(point => point.Accuracy.Estimate));
        Assert.Equal([4, 3, 2, 0], curve.Select(point => point.Calls));
        Assert.Equal([2, 2, 2, 0], curve.Select(point => point.Days));
    }

    [Fact]
    public void Curve_KnownSkill_FollowsItAndCoversIt()
    {
        // A forecast of confidence c comes true with probability c, twenty a day.
        var (confidence, correct, days) = Skilled(4000, 20, 91);
        double[] thresholds = [0.5, 0.6, 0.7, 0.8, 0.9];
        var curve = RiskCoverage.Curve(confidence, correct, days, thresholds, 0.999, Settings);
        for (var k = 0; k < thresholds.Length; k++)
        {
            var truth = (thresholds[k] + 1) / 2;
            Assert.InRange(truth, curve[k].Accuracy.Lower, curve[k].Accuracy.Upper);
            Assert.True(k == 0 || curve[k].Accuracy.Estimate > curve[k - 1].Accuracy.Estimate);
        }
    }

    [Theory]
    [InlineData(1, double.NegativeInfinity)]
    [InlineData(0.8, 3)]
    [InlineData(0.5, 6)]
    [InlineData(0.2, 9)]
    [InlineData(0.01, 10)]
    public void ForCoverage_TenPastConfidences_IsReachedByTheShare(double coverage, double expected) =>
        Assert.Equal(expected, SelectiveThreshold.ForCoverage([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], coverage));

    [Fact]
    public void ForError_SkillThatRisesWithConfidence_KeepsThePromise()
    {
        // Confidence c comes true with probability c, so an error of 0.2 at most needs a threshold of 0.6 at least.
        var (confidence, correct, days) = Skilled(6000, 1, 17);
        var threshold = SelectiveThreshold.ForError(confidence, correct, days, 0.2, 0.9);
        Assert.InRange(threshold, 0.6, 0.75);

        // The same outcomes on sixty days are sixty pieces of news: more confidence is asked, or no call is made.
        int[] few = [.. days.Select(day => day / 100)];
        Assert.True(SelectiveThreshold.ForError(confidence, correct, few, 0.2, 0.9) > threshold);
    }

    [Fact]
    public void ForError_NothingGoodEnough_MakesNoCall()
    {
        double[] confidences = CongruentialStream.Take(300, 4);
        int[] days = [.. Enumerable.Range(0, 300)];
        Assert.Equal(double.PositiveInfinity, SelectiveThreshold.ForError(confidences, new bool[300], days, 0.25, 0.9));
        Assert.Equal(double.PositiveInfinity, SelectiveThreshold.ForError([], [], [], 0.25, 0.9));
        Assert.Equal(double.PositiveInfinity, SelectiveThreshold.ForCoverage([], 0.5));
        bool[] right = [.. Enumerable.Repeat(true, 300)];
        Assert.Equal(double.NegativeInfinity, SelectiveThreshold.ForError(confidences, right, days, 0.25, 0.9));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.8)]
    [InlineData(0.6)]
    [InlineData(0.5)]
    [InlineData(0.2)]
    public void Calls_SteadyConfidences_ReachTheShareWithoutHindsight(double coverage)
    {
        var confidences = CongruentialStream.Take(4000, 13);
        int[] days = [.. Enumerable.Range(0, 4000).Select(row => row / 10)];
        var calls = SequentialThreshold.Calls(confidences, days, coverage, 1000, 100);
        Assert.DoesNotContain(true, calls[..100]);
        Assert.Equal(coverage, calls[100..].Count(call => call) / 3900.0, 0.03);
    }

    [Fact]
    public void Calls_FutureChanged_DecidesThePastTheSame()
    {
        var confidences = CongruentialStream.Take(300, 14);
        int[] days = [.. Enumerable.Range(0, 300).Select(row => row / 3)];
        var before = SequentialThreshold.Calls(confidences, days, 0.5, 50, 20);
        for (var i = 150; i < 300; i++)
        {
            confidences[i] += 10;
        }

        Assert.Equal(before[..150], SequentialThreshold.Calls(confidences, days, 0.5, 50, 20)[..150]);
        Assert.Equal(before[..150], SequentialThreshold.Calls(confidences.AsSpan(0, 150), days.AsSpan(0, 150), 0.5, 50, 20));

        // A row decides nothing about its own day.
        confidences[30] = -5;
        Assert.Equal(before[31..33], SequentialThreshold.Calls(confidences, days, 0.5, 50, 20)[31..33]);
    }

    [Fact]
    public void SequentialThreshold_BeforeItsMinimum_MakesNoCall()
    {
        var threshold = new SequentialThreshold(0.5, 10, 3);
        Assert.Equal(double.PositiveInfinity, threshold.Threshold);
        threshold.Add(1);
        threshold.Add(2);
        Assert.Equal(double.PositiveInfinity, threshold.Threshold);
        threshold.Add(3);
        Assert.Equal(2, threshold.Threshold, 12);
    }

    [Fact]
    public void Selection_BadArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>("confidences", () => RiskCoverage.Curve([double.NaN], [true], [1], [0.5], 0.95, Settings));
        Assert.Throws<ArgumentException>("correct", () => RiskCoverage.Of([true], [], [1], 0.95, Settings));
        Assert.Throws<ArgumentException>("days", () => RiskCoverage.Of([true], [true], [], 0.95, Settings));
        Assert.Throws<ArgumentException>("days", () => SequentialThreshold.Calls([1, 2], [2, 1], 0.5, 10, 1));
        Assert.Throws<ArgumentException>("confidence", () => new SequentialThreshold(0.5, 10, 1).Add(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("coverage", () => new SequentialThreshold(0, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>("window", () => new SequentialThreshold(0.5, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>("coverage", () => SelectiveThreshold.ForCoverage([1], 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("maximumError", () => SelectiveThreshold.ForError([1], [true], [1], 0, 0.9));
        var none = RiskCoverage.Of([], [], [], 0.95, Settings);
        Assert.True(double.IsNaN(none.Coverage) && double.IsNaN(none.Accuracy.Estimate));
    }

    private static (double[] Confidences, bool[] Correct, int[] Days) Skilled(int count, int perDay, int seed)
    {
        double[] confidences = [.. CongruentialStream.Take(count, seed).Select(value => 0.5 + (value / 2))];
        bool[] correct = [.. CongruentialStream.Take(count, seed + 1000).Select((value, i) => value < confidences[i])];
        return (confidences, correct, [.. Enumerable.Range(0, count).Select(row => row / perDay)]);
    }
}
