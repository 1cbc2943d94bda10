using AraWeb.Engine.Calibration;
using MathNet.Numerics.Distributions;

namespace AraWeb.Tests.Engine.Calibration;

public sealed class StudentResidualTests
{
    [Theory]
    [InlineData(0.7, 5, 1, -1.2490906183167412)]
    [InlineData(-2.5, 4, 0.8, -3.8473861553390583)]
    public void LogDensity_KnownPoints_EqualScipy(double residual, double degrees, double scale, double expected) =>

        // scipy 1.10.1: stats.t.logpdf(x, df, 0, scale).
        Assert.Equal(expected, StudentResidual.LogDensity(residual, degrees, scale), 10);

    [Theory]
    [InlineData(4)]
    [InlineData(60)]
    public void Observe_ResidualsOfKnownTails_FindsTailsAndScale(double degrees)
    {
        const int seed = 47;
        var random = new Random(seed);
        var shape = new StudentResidual(1);
        for (var t = 0; t < 6000; t++)
        {
            shape.Observe(StudentT.InvCDF(0, 1.3, degrees, Math.Clamp(random.NextDouble(), 1e-9, 1 - 1e-9)));
        }

        Assert.True(degrees == 4 ? shape.Degrees is 3 or 4 or 5 : shape.Degrees >= 10, $"seed {seed}: {shape.Degrees} degrees for {degrees}");
        Assert.True(Math.Abs(shape.Scale - 1.3) < 0.2, $"seed {seed}: scale {shape.Scale}");
    }

    [Fact]
    public void Scale_BeforeAnyOutcome_HasUnitVariance() => Assert.Equal(Math.Sqrt(0.6), new StudentResidual(1).Scale, 12);
}
