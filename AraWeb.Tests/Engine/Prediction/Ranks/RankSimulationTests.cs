using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics.Covariance;
using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Tests.Engine.Prediction.Ranks;

public sealed class RankSimulationTests
{
    private const int Pairs = 100_000;

    // Five standard errors of a probability of one fifth from as many pairs, and the numpy figures' own four decimals.
    private const double Tolerance = 0.0068;

    private static readonly RankSimulationSettings Normal = new(Pairs, Seed: 3, double.PositiveInfinity);

    [Fact]
    public void Run_OneLivelyAssetOfFive_EqualsNumpy()
    {
        // numpy, 8 million draws, seed 42: deviations 1, 1, 1, 1, 3, all correlations 1/2.
        var forecast = RankSimulation.Run(Covariance([1, 1, 1, 1, 3], 0.5), new double[5], Normal);
        AssertRow([0.1528, 0.2304, 0.2339, 0.2305, 0.1524], forecast, 0);
        AssertRow([0.3895, 0.0780, 0.0647, 0.0778, 0.3900], forecast, 4);
        Assert.Equal(2 * Pairs, forecast.Draws);
    }

    [Fact]
    public void Run_DifferentMeans_EqualsNumpy()
    {
        // The same with means 0, 0, 0, 0.5, 1.
        var forecast = RankSimulation.Run(Covariance([1, 1, 1, 1, 3], 0.5), [0, 0, 0, 0.5, 1], Normal);
        AssertRow([0.2203, 0.2618, 0.2401, 0.1926, 0.0852], forecast, 0);
        AssertRow([0.0760, 0.1427, 0.2153, 0.3372, 0.2287], forecast, 3);
        AssertRow([0.2636, 0.0710, 0.0646, 0.0856, 0.5152], forecast, 4);
    }

    [Fact]
    public void Run_StudentTails_EqualsNumpy()
    {
        // The same with each normal number times sqrt(1 / chi2(3)) of its own: Student t with 3 degrees of freedom.
        var forecast = RankSimulation.Run(Covariance([1, 1, 1, 1, 3], 0.5), new double[5], Normal with { DegreesOfFreedom = 3 });
        AssertRow([0.1633, 0.2219, 0.2298, 0.2220, 0.1630], forecast, 0);
        AssertRow([0.3480, 0.1113, 0.0811, 0.1113, 0.3483], forecast, 4);
    }

    [Fact]
    public void Run_TwoConstantAssets_ShareTheirPlaces()
    {
        // Three independent assets around two that stand still: b of the three end below with probability C(3, b) / 8, and the two hold places b + 1 and b + 2.
        var forecast = RankSimulation.Run(Covariance([1, 2, 3, 0, 0], 0), new double[5], Normal);
        foreach (var asset in (int[])[3, 4])
        {
            AssertRow([0.0625, 0.25, 0.375, 0.25, 0.0625], forecast, asset);
        }
    }

    [Fact]
    public void Run_DuplicateAssets_GetTheSameProbabilities()
    {
        // Assets 0 and 1 are one and the same; the others are independent of them.
        var covariance = Covariance([1, 1, 2, 2, 1, 1, 1, 3, 1, 1], 0);
        covariance.Values[1] = covariance.Values[10] = 1;
        var forecast = RankSimulation.Run(covariance, new double[10], Normal);
        for (var k = 0; k < 5; k++)
        {
            Assert.Equal(forecast[0, k], forecast[1, k], 1e-12);
        }
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(4)]
    public void Run_AnyUniverse_FillsEveryClassAndMirrors(double degrees)
    {
        double[] deviations = [.. Enumerable.Range(1, 35).Select(i => 0.01 * i)];
        var forecast = RankSimulation.Run(Covariance(deviations, 0.2), new double[35], new RankSimulationSettings(500, 1, degrees));
        for (var k = 0; k < 5; k++)
        {
            Assert.Equal(7, Enumerable.Range(0, 35).Sum(i => forecast[i, k]), 1e-9);
        }

        for (var i = 0; i < 35; i++)
        {
            Assert.Equal(1, Enumerable.Range(0, 5).Sum(k => forecast[i, k]), 1e-12);
            Assert.Equal(forecast[i, 0], forecast[i, 4], 1e-12);
            Assert.Equal(forecast[i, 1], forecast[i, 3], 1e-12);
        }
    }

    [Fact]
    public void Run_SameSeed_RepeatsToTheBitAndAnotherSeedStaysWithinTheError()
    {
        double[] deviations = [.. Enumerable.Range(1, 100).Select(i => 0.01 + (0.0002 * i))];
        var covariance = Covariance(deviations, 0.4);
        var settings = RankSimulationSettings.Default;
        var first = RankSimulation.Run(covariance, new double[100], settings);
        Assert.Equal(first.Probabilities, RankSimulation.Run(covariance, new double[100], settings).Probabilities);
        var other = RankSimulation.Run(covariance, new double[100], settings with { Seed = 2 });
        var largest = first.Probabilities.Zip(other.Probabilities, (a, b) => Math.Abs(a - b)).Max();
        Assert.InRange(largest, 1e-9, 5 * first.StandardError);
        Assert.True(first.StandardError < 0.004);
    }

    [Fact]
    public void Run_NotSemidefinite_IsRefused() => Assert.Throws<ArgumentException>(
        () => RankSimulation.Run(Covariance([1, 1, 1, 1, 1], -0.5), new double[5], Normal));

    [Fact]
    public void Run_SevenAssets_AreRefused() => Assert.Throws<InputException>(
        () => RankSimulation.Run(Covariance(new double[7], 0), new double[7], Normal));

    private static CovarianceEstimate Covariance(double[] deviations, double correlation)
    {
        var n = deviations.Length;
        var correlations = new double[n * n];
        for (var k = 0; k < correlations.Length; k++)
        {
            correlations[k] = k % (n + 1) == 0 ? 1 : correlation;
        }

        return new CovarianceEstimate(n, Correlation.ToCovariance(correlations, deviations), 100, 0, null);
    }

    private static void AssertRow(double[] expected, RankForecast forecast, int asset)
    {
        for (var k = 0; k < 5; k++)
        {
            Assert.True(Math.Abs(expected[k] - forecast[asset, k]) < Tolerance, $"seed 3, class {k}: {forecast[asset, k]} for {expected[k]}");
        }
    }
}
