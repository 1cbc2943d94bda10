using AraWeb.Engine.Evaluation;

namespace AraWeb.Tests.Engine.Evaluation;

public sealed class ShareIntervalTests
{
    [Theory]
    [InlineData(0, 20, 0.95, 0, 0.16112515805281935)]
    [InlineData(7, 20, 0.95, 0.1811918241010821, 0.5671457233147637)]
    [InlineData(20, 20, 0.95, 0.8388748419471808, 1)]
    [InlineData(123, 250, 0.9, 0.44035655609897306, 0.5438147448336216)]
    public void Wilson_Counts_EqualsScipy(double successes, double trials, double level, double lower, double upper)
    {
        // scipy 1.10.1: binomtest(...).proportion_ci(level, 'wilson').
        var interval = ShareInterval.Wilson(successes, trials, level);
        Assert.Equal(successes / trials, interval.Estimate);
        Assert.Equal(lower, interval.Lower, 12);
        Assert.Equal(upper, interval.Upper, 12);
    }

    [Theory]
    [InlineData(0, 20, 0.95, 0, 0.1684334709830853, 0.13910834066826516)]
    [InlineData(7, 20, 0.95, 0.1539092047845412, 0.5921885345328282, 0.5580345113154888)]
    [InlineData(20, 20, 0.95, 0.8315665290169147, 1, 1)]
    [InlineData(123, 250, 0.9, 0.438272566946656, 0.5458701304938804, 0.5344506801245832)]
    [InlineData(3.5, 9.25, 0.95, 0.10107109460550028, 0.7329926998281471, 0.6899730302588332)]
    public void ClopperPearson_CountsWholeOrNot_EqualsScipy(
        double successes, double trials, double level, double lower, double upper, double oneSided)
    {
        // scipy 1.10.1: stats.beta.ppf.
        var interval = ShareInterval.ClopperPearson(successes, trials, level);
        Assert.Equal(lower, interval.Lower, 8);
        Assert.Equal(upper, interval.Upper, 8);
        Assert.Equal(oneSided, ShareInterval.ClopperPearsonUpper(successes, trials, level), 8);
    }

    [Fact]
    public void Intervals_NoTrials_AreTheWholeOfZeroToOne()
    {
        Assert.Equal(new IntervalEstimate(double.NaN, 0, 1), ShareInterval.Wilson(0, 0, 0.95));
        Assert.Equal(new IntervalEstimate(double.NaN, 0, 1), ShareInterval.ClopperPearson(0, 0, 0.95));
        Assert.Equal(1, ShareInterval.ClopperPearsonUpper(0, 0, 0.95));
    }

    [Fact]
    public void Intervals_BadNumbers_AreNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("successes", () => ShareInterval.Wilson(3, 2, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>("successes", () => ShareInterval.Wilson(double.NaN, 2, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>("trials", () => ShareInterval.ClopperPearson(0, double.NaN, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => ShareInterval.ClopperPearson(0, 2, 1));
    }
}
