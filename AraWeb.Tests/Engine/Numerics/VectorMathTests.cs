using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class VectorMathTests
{
    // Correctly rounded by Python 3.11's decimal module with 40 digits.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2.718281828459045)]
    [InlineData(-0.5, 0.6065306597126334)]
    [InlineData(-37.25, 6.64554417291507e-17)]
    [InlineData(-699.5, 1.6255858439919858e-304)]
    [InlineData(300.125, 2.201057464963801e+130)]
    public void Exp_Value_EqualsDecimal(double x, double expected) => Assert.Equal(1, VectorMath.Exp(Vector256.Create(x))[0] / expected, 5e-16);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0.6931471805599453)]
    [InlineData(0.70710678118, -0.3465735902892322)]
    [InlineData(1.0000001, 9.999999505838704e-08)]
    [InlineData(1e-300, -690.7755278982137)]
    [InlineData(1.5e300, 691.1809930063218)]
    public void Log_Value_EqualsDecimal(double x, double expected) =>
        Assert.Equal(expected, VectorMath.Log(Vector256.Create(x))[0], 4e-16 * Math.Abs(expected));

    [Fact]
    public void Exp_BeyondItsRange_StaysAtItsEnds()
    {
        Assert.Equal(VectorMath.Exp(Vector256.Create(-700.0)), VectorMath.Exp(Vector256.Create(double.NegativeInfinity)));
        Assert.Equal(VectorMath.Exp(Vector256.Create(700.0)), VectorMath.Exp(Vector256.Create(1e300)));
    }

    [Fact]
    public void ExpAndLog_ManyValues_AreInverse()
    {
        const int Seed = 3;
        var random = new Random(Seed);
        for (var i = 0; i < 20000; i++)
        {
            var x = 1400 * (random.NextDouble() - 0.5);
            Assert.True(Math.Abs(VectorMath.Log(VectorMath.Exp(Vector256.Create(x)))[0] - x) <= 4e-16 * Math.Max(1, Math.Abs(x)), $"{x}, seed {Seed}");
        }
    }
}
