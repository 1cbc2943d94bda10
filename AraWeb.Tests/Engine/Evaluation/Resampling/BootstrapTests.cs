using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Evaluation.Resampling;

public sealed class BootstrapTests
{
    private static readonly BootstrapSettings Settings = new(1, 500, 4);

    [Theory]
    [InlineData(500, 5, 0.6, 9.503965536773562)]
    [InlineData(500, 6, 0.0, 2.3504077992938557)]
    [InlineData(2000, 7, 0.9, 46.59053097549605)]
    [InlineData(300, 8, -0.5, 9.255754429351796)]
    public void ForStationary_AutoregressiveSeries_EqualsThePaper(int count, int seed, double phi, double expected) =>
        // numpy 1.24.2, written from Politis and White (2004) and the correction of 2009. arch (commit 543f44c) gives the same for the second, which does not
        // depend on where it starts to look for small autocorrelations.
        Assert.Equal(expected, BlockLength.ForStationary(Autoregressive(count, seed, phi)), 9);

    [Fact]
    public void ForStationary_NothingToTellBy_IsOne()
    {
        Assert.Equal(1, BlockLength.ForStationary([]));
        Assert.Equal(1, BlockLength.ForStationary([1, 2, 3]));
        Assert.Equal(1, BlockLength.ForStationary(Enumerable.Repeat(0.1, 500).ToArray()));
        Assert.Throws<ArgumentException>("values", () => BlockLength.ForStationary([1, double.NaN]));
    }

    [Theory]
    [InlineData(1, 0.2312, 0.2963)]
    [InlineData(5, 0.2127, 0.3136)]
    [InlineData(20, 0.1994, 0.3225)]
    public void Mean_AutoregressiveSeries_EqualsArch(double blockLength, double lower, double upper)
    {
        // arch (commit 543f44c), StationaryBootstrap.conf_int, percentile method, 20,000 replications, its own random numbers: hence three digits.
        double[] values = [.. Autoregressive(400, 9, 0.5).Select(value => value + 0.3)];
        var interval = StationaryBootstrap.Mean(values, 0.95, new BootstrapSettings(blockLength, 20_000, 1));
        Assert.Equal(0.26352674717175956, interval.Estimate, 12);
        Assert.Equal(lower, interval.Lower, 0.004);
        Assert.Equal(upper, interval.Upper, 0.004);
    }

    [Fact]
    public void Mean_DependentSeries_CoversTheTruthAsOftenAsItSays()
    {
        const int trials = 120;
        var (withBlocks, rowByRow) = (0, 0);
        for (var trial = 0; trial < trials; trial++)
        {
            var values = Autoregressive(400, 1000 + trial, 0.7);
            withBlocks += Covers(StationaryBootstrap.Mean(values, 0.9, new BootstrapSettings(BlockLength.ForStationary(values), 200, trial)));
            rowByRow += Covers(StationaryBootstrap.Mean(values, 0.9, new BootstrapSettings(1, 200, trial)));
        }

        // 90 % of 120 with a binomial deviation of 3.3, and somewhat too narrow as such intervals are; rows drawn one by one fall far short.
        Assert.InRange(withBlocks, 94, 118);
        Assert.InRange(rowByRow, 36, 84);
    }

    [Fact]
    public void Ratio_OfAQuarter_StandsOnTheQuarter()
    {
        double[] values = CongruentialStream.Take(100, 3);
        var interval = StationaryBootstrap.Ratio([.. values.Select(value => value / 4)], values, 0.95, Settings);
        Assert.Equal(0.25, interval.Estimate, 14);
        Assert.Equal(0.25, interval.Lower, 12);
        Assert.Equal(0.25, interval.Upper, 12);
    }

    [Fact]
    public void DayMean_EachDaySeenByFiftySymbols_IsNoNarrowerThanTheDays()
    {
        var byDay = CongruentialStream.Take(60, 12);
        double[] rows = [.. byDay.SelectMany(value => Enumerable.Repeat(value, 50))];
        int[] days = [.. Enumerable.Range(0, 60).SelectMany(day => Enumerable.Repeat(7 * day, 50))];
        var settings = new BootstrapSettings(3, 500, 8);
        var expected = StationaryBootstrap.Mean(byDay, 0.9, settings);
        AssertSame(expected, DayBootstrap.Mean(rows, days, 0.9, settings));

        // The order of rows does not matter.
        Array.Reverse(rows);
        Array.Reverse(days);
        AssertSame(expected, DayBootstrap.Mean(rows, days, 0.9, settings));
        Assert.Equal(byDay, DayMeans.Of(rows, days), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void Ratio_DaysWithoutCalls_AreLeftOut()
    {
        // Two days, one of them without a call: a sample that draws only that day has no share.
        var interval = DayBootstrap.Ratio([1, 0, 0], [1, 1, 0], [1, 1, 2], 0.95, Settings);
        Assert.Equal(new IntervalEstimate(0.5, 0.5, 0.5), interval);
    }

    [Fact]
    public void Intervals_SameSeed_AreTheSame() => Assert.Equal(
        StationaryBootstrap.Mean(CongruentialStream.Take(50, 1), 0.9, Settings),
        StationaryBootstrap.Mean(CongruentialStream.Take(50, 1), 0.9, Settings));

    [Fact]
    public void Intervals_ConstantSingleOrNoRows_SaySo()
    {
        Assert.Equal(new IntervalEstimate(2, 2, 2), StationaryBootstrap.Mean([2, 2, 2, 2], 0.95, Settings));
        Assert.Equal(new IntervalEstimate(2, double.NaN, double.NaN), StationaryBootstrap.Mean([2], 0.95, Settings));
        Assert.Equal(new IntervalEstimate(double.NaN, double.NaN, double.NaN), DayBootstrap.Mean([], [], 0.95, Settings));
        Assert.Equal(new IntervalEstimate(double.NaN, double.NaN, double.NaN), StationaryBootstrap.Ratio([1, 2], [0, 0], 0.95, Settings));
    }

    [Fact]
    public void Intervals_BadArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>("numerators", () => StationaryBootstrap.Mean([1, double.NaN], 0.95, Settings));
        Assert.Throws<ArgumentException>("denominators", () => StationaryBootstrap.Ratio([1, 2], [1], 0.95, Settings));
        Assert.Throws<ArgumentException>("days", () => DayBootstrap.Mean([1, 2], [1], 0.95, Settings));
        Assert.Throws<ArgumentException>("values", () => DayMeans.Of([double.PositiveInfinity], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => StationaryBootstrap.Mean([1, 2], 95, Settings));
        Assert.Throws<ArgumentException>("settings", () => StationaryBootstrap.Mean([1, 2], 0.95, new BootstrapSettings(0.5, 500, 1)));
        Assert.Throws<ArgumentException>("settings", () => StationaryBootstrap.Mean([1, 2], 0.95, new BootstrapSettings(double.NaN, 500, 1)));
    }

    private static int Covers(IntervalEstimate interval) => interval.Lower <= 0 && interval.Upper >= 0 ? 1 : 0;

    private static void AssertSame(IntervalEstimate expected, IntervalEstimate actual)
    {
        Assert.Equal(expected.Estimate, actual.Estimate, 12);
        Assert.Equal(expected.Lower, actual.Lower, 12);
        Assert.Equal(expected.Upper, actual.Upper, 12);
    }

    private static double[] Autoregressive(int count, int seed, double phi)
    {
        var values = CongruentialStream.Take(count, seed);
        var previous = 0.0;
        for (var i = 0; i < count; i++)
        {
            previous = (phi * previous) + values[i] - 0.5;
            values[i] = previous;
        }

        return values;
    }
}
