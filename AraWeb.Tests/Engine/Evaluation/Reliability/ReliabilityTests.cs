using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Evaluation.Reliability;
using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Evaluation.Reliability;

public sealed class ReliabilityTests
{
    [Theory]
    [InlineData(500, 21, 1, new[] { 53, 39, 51, 47, 53, 49, 51, 52, 53, 52 }, 0.9482984890528464, 0.032816756360232846, 0.6475539218612126)]
    [InlineData(500, 22, 1.15, new[] { 75, 43, 64, 52, 45, 55, 43, 41, 37, 45 }, 0.003015748141146574, 0.0813392931421959, 0.002486044911610967)]
    [InlineData(60, 23, 0.5, new[] { 0, 5, 3, 4, 6, 4, 10, 8, 9, 11 }, 0.035173539466984795, 0.2419800539790023, 0.0013892986346380476)]
    public void PitTest_PowersOfUniforms_EqualsScipy(int count, int seed, double power, int[] counts, double chiSquare, double distance, double p)
    {
        // scipy 1.10.1: stats.chisquare, the statistic of stats.kstest, special.kolmogorov at Stephens's argument.
        var result = PitTest.Of([.. CongruentialStream.Take(count, seed).Select(value => Math.Pow(value, power))], 10);
        Assert.Equal(counts, result.Counts);
        Assert.Equal(chiSquare, result.ChiSquareP, 10);
        Assert.Equal(distance, result.Kolmogorov, 12);
        Assert.Equal(p, result.KolmogorovP, 10);
    }

    [Fact]
    public void PitTest_EndsAndFewOutcomes_AreCountedAndSaid()
    {
        var result = PitTest.Of([0, 1, 0.5], 2);
        Assert.Equal([1, 2], result.Counts);
        Assert.True(double.IsNaN(result.ChiSquareP));
        Assert.True(double.IsNaN(PitTest.Of([], 10).KolmogorovP));
        Assert.Throws<ArgumentException>("probabilities", () => PitTest.Of([double.NaN], 10));
        Assert.Throws<ArgumentException>("probabilities", () => PitTest.Of([1.0001], 10));
        Assert.Throws<ArgumentOutOfRangeException>("bins", () => PitTest.Of([0.5], 1));
    }

    [Fact]
    public void BrierDecomposition_EqualForecasts_EqualsMurphysThreeTerms()
    {
        // numpy 1.24.2, Murphy (1973) over the eleven forecasts 0, 0.1 ... 1.
        var (probabilities, outcomes) = Rounded();
        var parts = BrierDecomposition.Of(probabilities, outcomes, probabilities.Length);
        Assert.Equal(0.25109, parts.Score, 12);
        Assert.Equal(0.028532211987829095, parts.Reliability, 12);
        Assert.Equal(0.0233462119878291, parts.Resolution, 12);
        Assert.Equal(0.245904, parts.Uncertainty, 12);
        Assert.Equal(-0.021089530873836804, parts.Skill, 12);
        Assert.Equal(0, parts.VarianceWithin, 12);
        Assert.Equal(0, parts.CovarianceWithin, 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(300)]
    [InlineData(1000)]
    public void BrierDecomposition_AnyBins_AddsUp(int bins)
    {
        var probabilities = CongruentialStream.Take(300, 51);
        bool[] outcomes = [.. CongruentialStream.Take(300, 52).Select((value, i) => value < probabilities[i])];
        var parts = BrierDecomposition.Of(probabilities, outcomes, bins);
        var sum = parts.Reliability - parts.Resolution + parts.Uncertainty + parts.VarianceWithin - parts.CovarianceWithin;
        Assert.True(Math.Abs(sum - parts.Score) < 1e-12, $"{bins} bins: {sum} against {parts.Score}");
        Assert.Equal(parts.Score, parts.Reliability - parts.GeneralisedResolution + parts.Uncertainty, 12);
    }

    [Fact]
    public void BrierDecomposition_AllEventsOrNoForecasts_HasNoSkill()
    {
        Assert.True(double.IsNaN(BrierDecomposition.Of([0.9, 0.8], [true, true], 2).Skill));
        Assert.True(double.IsNaN(BrierDecomposition.Of([], [], 2).Score));
        Assert.Throws<ArgumentException>("probabilities", () => BrierDecomposition.Of([double.NaN], [true], 2));
        Assert.Throws<ArgumentException>("outcomes", () => BrierDecomposition.Of([0.5], [], 2));
    }

    [Fact]
    public void ReliabilityCurve_RightForecasts_StandOnTheDiagonal()
    {
        var probabilities = CongruentialStream.Take(5000, 61);
        bool[] outcomes = [.. CongruentialStream.Take(5000, 62).Select((value, i) => value < probabilities[i])];
        var curve = ReliabilityCurve.Of(probabilities, outcomes, [.. Enumerable.Range(0, 5000)], 10, 0.999);
        Assert.Equal(10, curve.Count);
        Assert.All(curve, bin =>
        {
            Assert.Equal((500, 500), (bin.Count, bin.Days));
            Assert.InRange(bin.MeanForecast, bin.Observed.Lower, bin.Observed.Upper);
            Assert.InRange(bin.MeanForecast, bin.From, bin.To);
        });
    }

    [Fact]
    public void ReliabilityCurve_OneDayOfManyForecasts_CountsAsOne()
    {
        var bin = Assert.Single(ReliabilityCurve.Of([0.5, 0.5, 0.5, 0.5], [true, true, false, true], [9, 9, 9, 9], 3, 0.95));
        Assert.Equal((4, 1), (bin.Count, bin.Days));
        Assert.Equal(ShareInterval.Wilson(0.75, 1, 0.95), bin.Observed);
    }

    [Fact]
    public void ReliabilityCurve_ManyEqualForecasts_AreNotPartedAndLeaveTheOthersWhole()
    {
        double[] probabilities = [.. Enumerable.Repeat(0.5, 80), .. CongruentialStream.Take(20, 71).Select(value => 0.6 + (0.4 * value))];
        var curve = ReliabilityCurve.Of(probabilities, new bool[100], [.. Enumerable.Range(0, 100)], 10, 0.95);
        Assert.Equal([80, 10, 10], curve.Select(bin => bin.Count));
        Assert.Empty(ReliabilityCurve.Of([], [], [], 10, 0.95));
    }

    [Fact]
    public void SkillScore_HalfTheLoss_IsOneHalf()
    {
        double[] reference = [.. CongruentialStream.Take(100, 81).Select(value => value + 0.1)];
        double[] loss = [.. reference.Select((value, i) => value * (i % 2 == 0 ? 0.4 : 0.6))];
        int[] days = [.. Enumerable.Range(0, 100).Select(row => row / 2)];
        var skill = SkillScore.Of(loss, reference, days, 0.95, new BootstrapSettings(1, 500, 1));
        Assert.Equal(1 - (loss.Sum() / reference.Sum()), skill.Estimate, 12);
        Assert.InRange(skill.Lower, 0.4, skill.Estimate);
        Assert.InRange(skill.Upper, skill.Estimate, 0.6);
        Assert.Throws<ArgumentException>("reference", () => SkillScore.Of([1], [double.NaN], [1], 0.95, new BootstrapSettings(1, 500, 1)));
    }

    private static (double[] Probabilities, bool[] Outcomes) Rounded()
    {
        double[] probabilities = [.. CongruentialStream.Take(1000, 41).Select(value => Math.Round(value * 10) / 10)];
        return (probabilities, [.. CongruentialStream.Take(1000, 42).Select((value, i) => value < 0.2 + (0.5 * probabilities[i]))]);
    }
}
