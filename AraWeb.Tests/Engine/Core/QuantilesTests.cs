using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Core;

public sealed class QuantilesTests
{
    // Quantiles of the standard normal distribution, from scipy.stats.norm.ppf.
    private static readonly double[] Normal =
    [
        -1.959963984540054, -1.6448536269514729, -1.2815515655446004, -0.6744897501960817, 0,
        0.6744897501960817, 1.2815515655446004, 1.6448536269514722, 1.959963984540054,
    ];

    [Theory]
    [InlineData(0.5, 0.6744897501960817)]
    [InlineData(0.8, 1.2815515655446004)]
    [InlineData(0.9, 1.6448536269514722)]
    [InlineData(0.95, 1.959963984540054)]
    public void Interval_KeptProbability_IsCentral(double probability, double upper)
    {
        var interval = new Quantiles(Normal).Interval(probability);

        Assert.Equal(upper, interval.Upper, 12);
        Assert.Equal(-upper, interval.Lower, 12);
    }

    [Fact]
    public void Interval_OtherProbability_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new Quantiles(Normal).Interval(0.7));

    [Fact]
    public void ProbabilityBelow_AtTheQuantiles_IsTheirLevel()
    {
        var quantiles = new Quantiles(Normal);
        for (var i = 0; i < Normal.Length; i++)
        {
            Assert.Equal(Quantiles.Levels[i], quantiles.ProbabilityBelow(Normal[i]), 12);
        }
    }

    [Fact]
    public void ProbabilityBelow_Anywhere_RisesFromZeroToOne()
    {
        var quantiles = new Quantiles(Normal);
        var last = 0.0;
        for (var value = -10.0; value <= 10; value += 0.05)
        {
            var probability = quantiles.ProbabilityBelow(value);
            Assert.InRange(probability, last, 1);
            last = probability;
        }

        Assert.True(quantiles.ProbabilityBelow(-10) < 1e-6 && last > 1 - 1e-6, $"{last}");
        Assert.Equal(0.5, quantiles.Median + quantiles.ProbabilityBelow(0), 12);
    }

    [Fact]
    public void ProbabilityBelow_PointMass_Jumps()
    {
        var quantiles = new Quantiles([1, 1, 1, 1, 1, 1, 1, 1, 1]);

        Assert.Equal(0, quantiles.ProbabilityBelow(0.999));
        Assert.Equal(1, quantiles.ProbabilityBelow(1.001));
    }

    [Fact]
    public void Constructor_BadValues_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Quantiles([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new Quantiles([1, 2, 3, 4, 5, 6, 7, 9, 8]));
        Assert.Throws<ArgumentException>(() => new Quantiles([1, 2, 3, 4, double.NaN, 6, 7, 8, 9]));
        Assert.Throws<ArgumentException>(() => new Quantiles([1, 2, 3, 4, 5, 6, 7, 8, double.PositiveInfinity]));
    }
}
