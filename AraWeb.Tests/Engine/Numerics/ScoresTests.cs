using AraWeb.Engine.Numerics;
using MathNet.Numerics.Distributions;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class ScoresTests
{
    [Fact]
    public void Qlike_PerfectForecast_IsZero() => Assert.Equal(0, Scores.Qlike(0.0004, 0.0004), 15);

    [Fact]
    public void Qlike_HalfOfTheVariance_CostsMoreThanTwiceTheVariance()
    {
        // By hand: 2 - ln 2 - 1 and 0.5 + ln 2 - 1.
        Assert.Equal(0.30685281944005469, Scores.Qlike(2, 1), 12);
        Assert.Equal(0.19314718055994531, Scores.Qlike(1, 2), 12);
    }

    [Theory]
    [InlineData(0.9, 1, 3, 1.8)]
    [InlineData(0.9, 3, 1, 0.2)]
    [InlineData(0.5, 2, 2, 0)]
    public void Pinball_ByHand_IsExact(double level, double quantile, double outcome, double expected) =>
        Assert.Equal(expected, Scores.Pinball(level, quantile, outcome), 12);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1.5, 12)]
    [InlineData(-1.1, 4)]
    public void Winkler_ByHand_IsWidthPlusPenalty(double outcome, double expected) =>
        Assert.Equal(expected, Scores.Winkler(-1, 1, outcome, 0.9), 12);

    [Fact]
    public void CrpsFromQuantiles_ManyLevelsOfANormal_ApproachesTheClosedForm()
    {
        // Closed form for N(0, 1) at 0.7: 0.42156917007346395 (scipy 1.10.1, Gneiting and Raftery 2007, eq. 21).
        var levels = Enumerable.Range(0, 20_000).Select(i => (i + 0.5) / 20_000).ToArray();
        var values = levels.Select(level => Normal.InvCDF(0, 1, level)).ToArray();
        Assert.Equal(0.42156917007346395, Scores.CrpsFromQuantiles(levels, values, 0.7), 4);
    }

    [Fact]
    public void CrpsFromQuantiles_TrueDistribution_BeatsAWiderAndANarrowerOne()
    {
        const int seed = 3;
        var random = new Random(seed);
        double[] levels = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];
        double[] Of(double deviation) => [.. levels.Select(level => Normal.InvCDF(0, deviation, level))];
        var (right, wide, narrow) = (0.0, 0.0, 0.0);
        for (var i = 0; i < 5000; i++)
        {
            var outcome = Shared.SampleBars.Normal(random);
            right += Scores.CrpsFromQuantiles(levels, Of(1), outcome);
            wide += Scores.CrpsFromQuantiles(levels, Of(1.6), outcome);
            narrow += Scores.CrpsFromQuantiles(levels, Of(0.6), outcome);
        }

        Assert.True(right < wide && right < narrow, $"seed {seed}: {right} against {wide} and {narrow}");
    }

    [Fact]
    public void CrpsFromQuantiles_LengthsDiffer_Throws() =>
        Assert.Throws<ArgumentException>(() => Scores.CrpsFromQuantiles([0.1, 0.9], [1], 0));

    [Fact]
    public void AllScores_NaNOutcome_IsNaN()
    {
        Assert.True(double.IsNaN(Scores.Qlike(double.NaN, 1)));
        Assert.True(double.IsNaN(Scores.Pinball(0.5, 0, double.NaN)));
        Assert.True(double.IsNaN(Scores.CrpsFromQuantiles([0.5], [0], double.NaN)));
    }
}
