using AraWeb.Engine.Evaluation;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Evaluation;

public sealed class EvaluationTests
{
    [Fact]
    public void KupiecP_ThirtySevenMissesOf250_EqualsScipy()
    {
        // scipy 1.10.1: chi2.sf of the likelihood ratio with x = 37, n = 250, p = 0.1.
        var misses = Enumerable.Range(0, 250).Select(i => i < 37).ToArray();
        Assert.Equal(0.01732838095210072, CoverageTests.KupiecP(misses, 0.1), 12);
    }

    [Fact]
    public void ChristoffersenP_GivenSequence_EqualsScipy()
    {
        // scipy 1.10.1 on u < 0.15 with u by CongruentialStream, seed 7: transitions 203, 46, 46, 4.
        bool[] misses = [.. CongruentialStream.Take(300, 7).Select(value => value < 0.15)];
        Assert.Equal(0.05126573893510191, CoverageTests.ChristoffersenP(misses), 12);
    }

    [Fact]
    public void CoverageTests_NothingToTellBy_IsNaN()
    {
        Assert.True(double.IsNaN(CoverageTests.KupiecP([], 0.1)));
        Assert.True(double.IsNaN(CoverageTests.ChristoffersenP([false, false, false])));
    }

    [Fact]
    public void BetterP_GivenLosses_EqualsStatsmodelsHac()
    {
        // statsmodels 0.13.5: OLS on a constant, cov_type HAC with 7 lags and no correction; scipy's t distribution with 199 degrees of freedom.
        var u = CongruentialStream.Take(400, 42);
        double[] loss = [.. u[..200].Select(value => value * value)];
        double[] rival = [.. u[200..].Select(value => (value * value) + 0.02)];
        Assert.Equal(0.3768577061362422, DieboldMariano.BetterP(loss, rival, 1), 12);
    }

    [Theory]
    [InlineData(200, 42, 1, 0.02, 7, -0.009955141104201126, 0.03168636741073227, 0.7537154122724834)]
    [InlineData(200, 42, 20, 0.1, 19, -0.08995514110420112, 0.03538260336196479, 0.01177192545414386)]
    [InlineData(60, 3, 5, 0.15, 4, -0.19983924552947488, 0.05417644944697528, 0.0004930334208807315)]
    public void DieboldMariano_GivenLosses_EqualsStatsmodelsHac(
        int count, int seed, int horizon, double shift, int lags, double mean, double error, double twoSided)
    {
        // statsmodels 0.13.5: OLS of the differences on a constant, cov_type HAC with these lags, no correction, use_t.
        var u = CongruentialStream.Take(2 * count, seed);
        double[] loss = [.. u[..count].Select(value => value * value)];
        double[] rival = [.. u[count..].Select(value => (value * value) + shift)];
        var result = DieboldMariano.Test(loss, rival, horizon);
        Assert.Equal((lags, count), (result.Lags, result.Count));
        Assert.Equal(mean, result.MeanDifference, 12);
        Assert.Equal(error, result.StandardError, 12);
        Assert.Equal(mean / error, result.Statistic, 10);
        Assert.Equal(twoSided, result.TwoSidedP, 10);
        Assert.Equal(twoSided / 2, result.BetterP, 10);
    }

    [Fact]
    public void BetterP_ClearlyBetterAndClearlyWorse_LiesAtTheEnds()
    {
        double[] small = CongruentialStream.Take(100, 1);
        double[] large = [.. CongruentialStream.Take(100, 2).Select(value => value + 1)];
        Assert.True(DieboldMariano.BetterP(small, large, 1) < 1e-6);
        Assert.True(DieboldMariano.BetterP(large, small, 1) > 1 - 1e-6);
    }

    [Fact]
    public void BetterP_EqualLossesOrTooFew_IsNaN()
    {
        double[] same = CongruentialStream.Take(50, 1);
        Assert.True(double.IsNaN(DieboldMariano.BetterP(same, same, 1)));
        Assert.True(double.IsNaN(DieboldMariano.BetterP([1, 2], [2, 3], 1)));
        Assert.Equal(-1, DieboldMariano.Test([1, 2], [2, 3], 1).MeanDifference);
        Assert.True(double.IsNaN(DieboldMariano.Test([], [], 1).MeanDifference));
        Assert.True(double.IsNaN(DieboldMariano.Test([.. same[..49], double.NaN], [.. same.Reverse()], 1).TwoSidedP));
        Assert.Throws<ArgumentException>("rival", () => DieboldMariano.Test([1], [], 1));
    }
}
