using AraWeb.Engine.Calibration;

namespace AraWeb.Tests.Engine.Calibration;

public sealed class ProbabilityCalibrationTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.93)]
    public void Apply_BeforeAnyOutcome_ChangesNothing(double stated) => Assert.Equal(stated, new ProbabilityCalibration(1).Apply(stated), 12);

    [Fact]
    public void Observe_StatedTooSure_LearnsTheTrueProbabilities()
    {
        // Stated in log odds twice as far out as the truth, and shifted by 0.3.
        const int seed = 41;
        var random = new Random(seed);
        var calibration = new ProbabilityCalibration(1);
        for (var t = 0; t < 8000; t++)
        {
            var logit = 3 * ((2 * random.NextDouble()) - 1);
            calibration.Observe(Logistic(logit), random.NextDouble() < Logistic((0.5 * logit) + 0.3));
        }

        foreach (var logit in (double[])[-2, -1, 0, 1, 2])
        {
            var truth = Logistic((0.5 * logit) + 0.3);
            var applied = calibration.Apply(Logistic(logit));
            Assert.True(Math.Abs(applied - truth) < 0.035, $"seed {seed}: at {logit} {applied:F3} for {truth:F3}");
        }
    }

    [Fact]
    public void Apply_AnyHistory_NeverFallsWhenTheStatedRises()
    {
        const int seed = 43;
        var random = new Random(seed);
        var calibration = new ProbabilityCalibration(1);
        for (var t = 0; t < 3000; t++)
        {
            var stated = random.NextDouble();
            calibration.Observe(stated, random.NextDouble() > stated);
        }

        for (var p = 0.05; p < 0.95; p += 0.05)
        {
            Assert.True(calibration.Apply(p + 0.05) >= calibration.Apply(p) - 1e-12, $"seed {seed}: falls after {p}");
        }
    }

    [Fact]
    public void Apply_CertaintyOrUnknown_StaysAProbability()
    {
        var calibration = new ProbabilityCalibration(5);
        calibration.Observe(0, came: true);
        calibration.Observe(1, came: false);
        Assert.InRange(calibration.Apply(0), 0, 1);
        Assert.InRange(calibration.Apply(1), 0, 1);
        Assert.True(double.IsNaN(calibration.Apply(double.NaN)));
    }

    private static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));
}
