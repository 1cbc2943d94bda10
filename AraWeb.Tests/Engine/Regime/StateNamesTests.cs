using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;

namespace AraWeb.Tests.Engine.Regime;

public sealed class StateNamesTests
{
    [Fact]
    public void Of_FourStates_NamesEachOnceByTrendAndVolatility()
    {
        RegimeType[] expected = [RegimeType.Sideways, RegimeType.HighVolatility, RegimeType.Bull, RegimeType.Bear];
        Assert.Equal(expected, StateNames.Of([0.0001, -0.002, 0.001, -0.001], [1e-4, 9e-4, 1e-4, 3e-4]));
    }

    [Fact]
    public void Of_StatesInAnotherOrder_NamesThemAlike()
    {
        RegimeType[] expected = [RegimeType.Bear, RegimeType.Bull, RegimeType.HighVolatility, RegimeType.Sideways];
        Assert.Equal(expected, StateNames.Of([-0.001, 0.001, -0.002, 0.0001], [3e-4, 1e-4, 9e-4, 1e-4]));
    }

    [Fact]
    public void Of_PricesRoseInEveryState_GoesByTheTrendForItsVolatility()
    {
        // Per unit of volatility: 0.1, 0.05, 0.04; the largest variance is the last one's.
        RegimeType[] expected = [RegimeType.Bull, RegimeType.Sideways, RegimeType.Bear, RegimeType.HighVolatility];
        Assert.Equal(expected, StateNames.Of([0.001, 0.0005, 0.0008, 0.002], [1e-4, 1e-4, 4e-4, 9e-4]));
    }

    [Theory]
    [InlineData(-0.001, RegimeType.Bear)]
    [InlineData(0.0001, RegimeType.Sideways)]
    public void Of_ThreeStates_CallsTheWeakerOneByItsSign(double weaker, RegimeType name) =>
        Assert.Equal([RegimeType.HighVolatility, name, RegimeType.Bull], StateNames.Of([0, weaker, 0.001], [9e-4, 1e-4, 1e-4]));

    [Theory]
    [InlineData(0.001, RegimeType.Bull)]
    [InlineData(-0.001, RegimeType.Bear)]
    public void Of_TwoStates_CallsTheCalmOneByItsSign(double calm, RegimeType name) =>
        Assert.Equal([name, RegimeType.HighVolatility], StateNames.Of([calm, 0], [1e-4, 9e-4]));

    [Fact]
    public void Of_OneState_IsSideways() => Assert.Equal([RegimeType.Sideways], StateNames.Of([0.001], [1e-4]));

    [Fact]
    public void Of_EqualStates_StillNamesEachOnce()
    {
        var names = StateNames.Of([0, 0, 0, 0], [1, 1, 1, 1]);
        Assert.Equal(4, names.Distinct().Count());
    }
}
