using AraWeb.Engine.Numerics;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class SeededNormalsTests
{
    [Fact]
    public void NextBits_SeedOne_EqualsTheReferenceAlgorithm()
    {
        // xoshiro256++ 1.0 after splitmix64, both written out in Python from the authors' C code.
        var stream = new SeededNormals(1);
        Assert.Equal([0xcfc5d07f6f03c29b, 0xbf424132963fe08d, 0x19a37d5757aaf520], new[] { stream.NextBits(), stream.NextBits(), stream.NextBits() });
    }

    [Fact]
    public void Next_Million_HasTheMomentsOfTheNormalDistribution()
    {
        var values = new double[1_000_000];
        new SeededNormals(7).Fill(values);

        // Five standard errors: sqrt(1/n), sqrt(2/n), sqrt(15/n), sqrt(96/n).
        Assert.InRange(values.Average(), -0.005, 0.005);
        Assert.InRange(values.Average(x => x * x), 0.993, 1.007);
        Assert.InRange(values.Average(x => x * x * x), -0.02, 0.02);
        Assert.InRange(values.Average(x => x * x * x * x), 2.95, 3.05);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void NextChiSquared_ManyNumbers_HaveItsMeanAndVariance(double degrees)
    {
        var stream = new SeededNormals(11);
        var values = new double[400_000];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = stream.NextChiSquared(degrees);
        }

        var mean = values.Average();
        Assert.Equal(degrees, mean, 5 * Math.Sqrt(2 * degrees / values.Length));
        Assert.Equal(2 * degrees, values.Average(x => (x - mean) * (x - mean)), 0.03 * 2 * degrees);
    }
}
