using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;

namespace AraWeb.Tests.Engine.Ensemble;

public sealed class ShrunkEqualPoolTests
{
    [Fact]
    public void Combine_TwoMembers_IsTheShrunkMean()
    {
        var pooled = new ShrunkEqualPool(0.5).Combine(3, [new(0.2, 0.6), new(0.1, 0.52)]);
        Assert.Equal(0.075, pooled.Mean, 12);
        Assert.Equal(0.53, pooled.ProbabilityUp, 12);
    }

    [Fact]
    public void Combine_NoMember_SaysNothing() =>
        Assert.Equal(new StandardizedForecast(0, 0.5), new ShrunkEqualPool(0).Combine(1, []));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Constructor_ShrinkageOutOfRange_Throws(double shrinkage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShrunkEqualPool(shrinkage));
}
