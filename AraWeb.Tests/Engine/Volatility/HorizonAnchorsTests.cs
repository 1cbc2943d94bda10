using AraWeb.Engine.Volatility;

namespace AraWeb.Tests.Engine.Volatility;

public sealed class HorizonAnchorsTests
{
    [Fact]
    public void Spread_BetweenAnchors_IsLinearInTheLogOfTheHorizon()
    {
        var all = new double[10];
        new HorizonAnchors(1, 10).Spread([2, 4], all);
        Assert.Equal(2, all[0]);
        Assert.Equal(2 + (2 * Math.Log10(3)), all[2], 12);
        Assert.Equal(4, all[9]);
    }

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(5, new[] { 1, 2, 3, 5 })]
    [InlineData(6, new[] { 1, 2, 3, 5, 6 })]
    [InlineData(30, new[] { 1, 2, 3, 5, 7, 10, 14, 20, 25, 30 })]
    public void Standard_AnyFarthest_EndsThere(int farthest, int[] expected)
    {
        var anchors = HorizonAnchors.Standard(farthest);
        Assert.Equal(expected, Enumerable.Range(0, anchors.Count).Select(k => anchors[k]));
    }

    [Fact]
    public void Constructor_NotAscending_Throws()
    {
        Assert.Throws<ArgumentException>(() => new HorizonAnchors(3, 2));
        Assert.Throws<ArgumentException>(() => new HorizonAnchors(0, 2));
        Assert.Throws<ArgumentException>(() => new HorizonAnchors());
    }

    [Fact]
    public void Spread_BeyondTheFarthest_Throws() =>
        Assert.Throws<ArgumentException>(() => new HorizonAnchors(1, 5).Spread([1, 1], new double[6]));
}
