using AraWeb.Engine.Calibration;
using AraWeb.Engine.Core;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Calibration;

public sealed class AdaptiveQuantilesTests
{
    [Fact]
    public void Issue_BeforeAnyOutcome_IsTheScaledStudentPrior()
    {
        var quantiles = new double[9];
        new AdaptiveQuantiles(ConformalSettings.Default with { PriorSize = 39 }, 1, 1).Issue(0, quantiles);

        // scipy 1.10.1: stats.t.ppf(q, 5) * sqrt(3 / 5) at 0.025, 0.1 and 0.5; 39 values put these levels on values of the prior.
        Assert.Equal(-1.9911641286544326, quantiles[0], 7);
        Assert.Equal(-1.143214868373193, quantiles[2], 7);
        Assert.Equal(0, quantiles[4], 9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Observe_ResidualsOfAnotherShapeThanThePrior_CoverageComesRight(int horizon)
    {
        const int seed = 17;
        var random = new Random(seed);
        var inside = Count(horizon, 6000, _ => 3 * Math.Pow(SampleBars.Normal(random), 3) / 5);
        Assert.True(Math.Abs(inside - 0.9) < 0.012, $"seed {seed}: {inside:P2} inside the 90 % band");
    }

    [Fact]
    public void Observe_ScaleDoubles_CoverageOfTheYearAfterRecovers()
    {
        const int seed = 23;
        var random = new Random(seed);
        var calibration = new AdaptiveQuantiles(ConformalSettings.Default, 1, 1);
        var quantiles = new double[9];
        var inside = 0;
        for (var t = 0; t < 3000; t++)
        {
            calibration.Issue(0, quantiles);
            var residual = (t < 2000 ? 1 : 2) * SampleBars.Normal(random);
            inside += t >= 2250 && residual >= quantiles[1] && residual <= quantiles[7] ? 1 : 0;
            calibration.Observe(residual);
        }

        // Without adapting, the bands of scale 1 hold 59 % of a normal of scale 2.
        Assert.True(inside / 750.0 > 0.84, $"seed {seed}: {inside / 750.0:P1} inside after the break");
    }

    [Fact]
    public void Observe_RegimesOfDifferentTails_CoverageComesRightInEach()
    {
        // Residuals of regime 1 are twice as wide. One level for both would cover too much in the one and too little in the other.
        const int seed = 31;
        var random = new Random(seed);
        var calibration = new AdaptiveQuantiles(ConformalSettings.Default, 1, 2);
        var quantiles = new double[9];
        Span<int> inside = [0, 0];
        Span<int> counts = [0, 0];
        Span<double> widths = [0, 0];
        for (var t = 0; t < 8000; t++)
        {
            var regime = t / 100 % 2;
            calibration.Issue(regime, quantiles);
            var residual = (1 + regime) * SampleBars.Normal(random);
            if (t >= 2000)
            {
                counts[regime]++;
                widths[regime] += quantiles[7] - quantiles[1];
                inside[regime] += residual >= quantiles[1] && residual <= quantiles[7] ? 1 : 0;
            }

            calibration.Observe(residual);
        }

        for (var regime = 0; regime < 2; regime++)
        {
            var share = (double)inside[regime] / counts[regime];
            Assert.True(Math.Abs(share - 0.9) < 0.015, $"seed {seed}: regime {regime} holds {share:P2}");
        }

        Assert.True(widths[1] / widths[0] > 1.5, $"seed {seed}: high volatility is only {widths[1] / widths[0]:F2} times as wide");
    }

    [Fact]
    public void Issue_AnyHistory_NeverCrosses()
    {
        var random = new Random(29);
        var calibration = new AdaptiveQuantiles(new ConformalSettings(40, 0.2, 0, 5), 1, 1);
        var quantiles = new double[9];
        for (var t = 0; t < 2000; t++)
        {
            calibration.Issue(0, quantiles);
            _ = new Quantiles(quantiles);
            calibration.Observe(random.NextDouble() < 0.1 ? 50 * SampleBars.Normal(random) : SampleBars.Normal(random));
        }
    }

    [Fact]
    public void Observe_NothingIssued_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new AdaptiveQuantiles(ConformalSettings.Default, 2, 1).Observe(0));

    private static double Count(int horizon, int steps, Func<int, double> residual)
    {
        var calibration = new AdaptiveQuantiles(ConformalSettings.Default, horizon, 1);
        var issued = new Queue<(double Low, double High)>();
        var quantiles = new double[9];
        var inside = 0;
        for (var t = 0; t < steps; t++)
        {
            if (t >= horizon)
            {
                var value = residual(t);
                var (low, high) = issued.Dequeue();
                inside += value >= low && value <= high ? 1 : 0;
                calibration.Observe(value);
            }

            calibration.Issue(0, quantiles);
            issued.Enqueue((quantiles[1], quantiles[7]));
        }

        return inside / (double)(steps - horizon);
    }
}
