using AraWeb.Engine.Volatility;

namespace AraWeb.Tests.Engine.Volatility;

public sealed class SimpleModelsTests
{
    [Fact]
    public void Ewma_AfterStartUp_FollowsTheRecursion()
    {
        var model = new Ewma(0.94, usesRange: false);
        for (var i = 0; i < 20; i++)
        {
            model.Add(new VarianceObservation(double.NaN, 0.01));
        }

        model.Add(new VarianceObservation(double.NaN, 0.03));
        var forecast = new double[3];
        model.Forecast(forecast);
        Assert.All(forecast, value => Assert.Equal((0.94 * 0.0001) + (0.06 * 0.0009), value, 15));
    }

    [Fact]
    public void Ewma_OnRange_IgnoresReturns()
    {
        var model = new Ewma(0.94, usesRange: true);
        for (var i = 0; i < 25; i++)
        {
            model.Add(new VarianceObservation(0.0002, 5));
        }

        var forecast = new double[1];
        model.Forecast(forecast);
        Assert.Equal(0.0002, forecast[0], 15);
    }

    [Fact]
    public void RollingVariance_FullWindow_IsTheMeanOfItsSquares()
    {
        var model = new RollingVariance(3);
        var forecast = new double[1];
        foreach (var value in (double[])[9, 0.01, 0.02])
        {
            model.Forecast(forecast);
            Assert.True(double.IsNaN(forecast[0]));
            model.Add(new VarianceObservation(double.NaN, value));
        }

        model.Add(new VarianceObservation(double.NaN, 0.03));
        model.Forecast(forecast);
        Assert.Equal((0.0001 + 0.0004 + 0.0009) / 3, forecast[0], 15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Ewma_DecayOutOfRange_Throws(double decay) =>
        Assert.ThrowsAny<ArgumentException>(() => new Ewma(decay, usesRange: false));
}
