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

    [Theory]
    [InlineData(0, 1, 0.7, 0.42156917007346395, 1.1639385332046726)]
    [InlineData(0.5, 2, -3, 2.436316010163814, 3.143335713764618)]
    [InlineData(0.001, 0.01, 0.001, 0.0023369497725510835, -3.6862316527834182)]
    public void CrpsNormalAndLogLossNormal_GivenOutcome_EqualScipy(double mean, double deviation, double outcome, double crps, double logLoss)
    {
        // scipy 1.10.1: integrate.quad of (F - 1[x >= y])^2 and -stats.norm.logpdf.
        Assert.Equal(crps, Scores.CrpsNormal(mean, deviation, outcome), 12);
        Assert.Equal(logLoss, Scores.LogLossNormal(mean, deviation, outcome), 12);
    }

    [Theory]
    [InlineData(0, 1, 5, 0.7, 0.43457555557207544, 1.2490906183167412)]
    [InlineData(0.5, 2, 3, -3, 2.3128145071430875, 3.1010559653744383)]
    [InlineData(-1, 0.5, 1.5, 4, 4.3849489453038215, 5.651745217239041)]
    [InlineData(0, 1, 30, 0, 0.23724820105529004, 0.9272703253788475)]
    public void CrpsStudentTAndLogLossStudentT_GivenOutcome_EqualScipy(
        double location, double scale, double degrees, double outcome, double crps, double logLoss)
    {
        // scipy 1.10.1: integrate.quad of (F - 1[x >= y])^2, good to 1e-8 in the heavy tail of 1.5 degrees, and -stats.t.logpdf.
        Assert.Equal(crps, Scores.CrpsStudentT(location, scale, degrees, outcome), 8);
        Assert.Equal(logLoss, Scores.LogLossStudentT(location, scale, degrees, outcome), 12);
    }

    [Fact]
    public void CrpsOfDistributions_NoSpread_IsTheAbsoluteError()
    {
        Assert.Equal(0.5, Scores.CrpsNormal(1, 0, 1.5));
        Assert.Equal(0.5, Scores.CrpsStudentT(1, 0, 5, 1.5));
        Assert.Equal(0.5, Scores.CrpsEnsemble([1, 1, 1], 1.5));
    }

    [Fact]
    public void CrpsEnsemble_TwoHundredDraws_EqualsTheDoubleSum() =>
        // numpy 1.24.2: mean |x - y| less half the mean over all pairs of |x - x'|, x by CongruentialStream with seed 11, y = 0.4.
        Assert.Equal(0.08500817008116282, Scores.CrpsEnsemble(Shared.CongruentialStream.Take(200, 11), 0.4), 13);

    [Fact]
    public void CrpsEnsemble_FarFromZero_LosesNoDigits() =>
        Assert.Equal(Scores.CrpsEnsemble([0, 1, 3], 2), Scores.CrpsEnsemble([1e9, 1e9 + 1, 1e9 + 3], 1e9 + 2), 12);

    [Fact]
    public void LogLossFromQuantiles_AnyOutcome_IsTheSlopeOfProbabilityBelow()
    {
        // The slope by central differences, on all segments and in both tails.
        double[] values = [-3, -2, -1.5, -0.5, 0.1, 0.6, 1.4, 2.5, 4];
        var quantiles = new AraWeb.Engine.Core.Quantiles(values);
        double[] outcomes = [-9, -3.2, -2.5, -1.7, -1, 0, 0.3, 1, 2, 3, 4.1, 12];
        foreach (var outcome in outcomes)
        {
            var slope = (quantiles.ProbabilityBelow(outcome + 1e-5) - quantiles.ProbabilityBelow(outcome - 1e-5)) / 2e-5;
            var loss = Scores.LogLossFromQuantiles(AraWeb.Engine.Core.Quantiles.Levels, values, outcome);
            Assert.True(Math.Abs(1 - (Math.Exp(-loss) / slope)) < 1e-6, $"at {outcome}: {Math.Exp(-loss)} against {slope}");
        }
    }

    [Fact]
    public void LogLossFromQuantiles_EqualQuantiles_HaveNoDensity()
    {
        double[] levels = [0.1, 0.5, 0.9];
        Assert.True(double.IsNaN(Scores.LogLossFromQuantiles(levels, [0, 0, 1], 0)));
        Assert.True(double.IsNaN(Scores.LogLossFromQuantiles(levels, [0, 1, 1], 1)));
        Assert.Equal(double.PositiveInfinity, Scores.LogLossFromQuantiles(levels, [0, 0, 1], -1));
        Assert.Equal(double.PositiveInfinity, Scores.LogLossFromQuantiles(levels, [0, 1, 1], 2));
        Assert.Throws<ArgumentException>(() => Scores.LogLossFromQuantiles([0.5], [1], 0));
    }

    [Theory]
    [InlineData(0.7, 1, 0.09)]
    [InlineData(0.7, 0, 0.49)]
    public void Brier_ByHand_IsTheSquaredDistance(double probability, double outcome, double expected) =>
        Assert.Equal(expected, Scores.Brier(probability, outcome), 14);

    [Fact]
    public void RankedProbability_UniformOverFiveClasses_AveragesTheM6Benchmark()
    {
        // The M6 competition's benchmark scores 0.16; by hand 0.24 where the first class comes, 0.08 where the third does.
        double[] uniform = [0.2, 0.2, 0.2, 0.2, 0.2];
        double Score(int at) => Scores.RankedProbability(uniform, [.. Enumerable.Range(0, 5).Select(k => k == at ? 1.0 : 0)]);
        Assert.Equal(0.24, Score(0), 14);
        Assert.Equal(0.08, Score(2), 14);
        Assert.Equal(0.16, Enumerable.Range(0, 5).Average(Score), 14);
        Assert.Throws<ArgumentException>(() => Scores.RankedProbability(uniform, [1, 0]));
    }

    [Fact]
    public void AllScores_NaNOutcome_IsNaN()
    {
        Assert.True(double.IsNaN(Scores.CrpsNormal(0, 1, double.NaN)));
        Assert.True(double.IsNaN(Scores.CrpsNormal(0, double.NaN, 1)));
        Assert.True(double.IsNaN(Scores.CrpsNormal(0, -1, 1)));
        Assert.True(double.IsNaN(Scores.CrpsStudentT(0, 1, 5, double.NaN)));
        Assert.True(double.IsNaN(Scores.CrpsStudentT(0, 1, 1, 0)));
        Assert.True(double.IsNaN(Scores.CrpsEnsemble([1, double.NaN], 0)));
        Assert.True(double.IsNaN(Scores.LogLossNormal(0, 1, double.NaN)));
        Assert.True(double.IsNaN(Scores.LogLossNormal(0, 0, 0)));
        Assert.True(double.IsNaN(Scores.LogLossStudentT(0, 1, 5, double.NaN)));
        Assert.True(double.IsNaN(Scores.LogLossStudentT(0, 1, 0, 1)));
        Assert.True(double.IsNaN(Scores.LogLossFromQuantiles([0.1, 0.9], [0, 1], double.NaN)));
        Assert.True(double.IsNaN(Scores.Brier(0.5, double.NaN)));
        Assert.True(double.IsNaN(Scores.RankedProbability([0.5, double.NaN], [1, 0])));
        Assert.True(double.IsNaN(Scores.Qlike(double.NaN, 1)));
        Assert.True(double.IsNaN(Scores.Pinball(0.5, 0, double.NaN)));
        Assert.True(double.IsNaN(Scores.CrpsFromQuantiles([0.5], [0], double.NaN)));
    }
}
