using AraWeb.Engine.Numerics;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class GaussLegendreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(64)]
    public void Rule_Powers_AreIntegratedExactly(int count)
    {
        var (points, weights) = GaussLegendre.Rule(count);
        for (var power = 0; power < 2 * count; power++)
        {
            var integral = points.Zip(weights, (point, weight) => weight * Math.Pow(point, power)).Sum();
            Assert.Equal(1.0 / (power + 1), integral, 1e-14);
        }
    }

    [Fact]
    public void Rule_FourPoints_IsThatOfNumpy()
    {
        // numpy 1.24.2: x, w = numpy.polynomial.legendre.leggauss(4); (x + 1) / 2, w / 2.
        var (points, weights) = GaussLegendre.Rule(4);
        double[] expectedPoints = [0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970262];
        double[] expectedWeights = [0.17392742256872679, 0.32607257743127305, 0.32607257743127305, 0.17392742256872679];
        Assert.All(points.Zip(expectedPoints), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
        Assert.All(weights.Zip(expectedWeights), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
    }
}
