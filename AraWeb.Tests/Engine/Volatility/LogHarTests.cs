using AraWeb.Engine.Volatility;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Volatility;

public sealed class LogHarTests
{
    [Theory]
    [InlineData(1, 0.000142672250464192)]
    [InlineData(5, 0.0001360537998857493)]
    public void Forecast_ThreeHundredBars_EqualsLeastSquaresInNumpy(int horizon, double expected)
    {
        // numpy 1.24.2, lstsq on the same rows: v = exp(-9 + 2 (u11 - 0.5)), r = 0.02 (u5 - 0.5), u by CongruentialStream; exp(x'b + s2 / 2) at the last bar.
        var model = Feed(new LogHar(HarSettings.Reference with { Refit = 1 }, new HorizonAnchors(1, 2, 3, 4, 5)), 300);
        var variances = new double[5];
        model.Forecast(variances);
        Assert.Equal(expected, variances[horizon - 1], 1e-9 * expected);
    }

    [Theory]
    [InlineData(1, 0.00013942491052024053)]
    [InlineData(5, 0.00013759029346297925)]
    public void Forecast_LiveTermsWithRidge_EqualsTheSameSystemInNumpy(int horizon, double expected)
    {
        // numpy 1.24.2: rows built in Python from the definitions of the terms, (X'X + 200 diag var) b = X'y, constant free; the same stream as above.
        var model = Feed(new LogHar(HarSettings.Daily with { Refit = 1 }, new HorizonAnchors(1, 5)), 300);
        var variances = new double[5];
        model.Forecast(variances);
        Assert.Equal(expected, variances[horizon - 1], 1e-9 * expected);
    }

    [Fact]
    public void Forecast_BetweenAnchors_LiesBetweenThem()
    {
        var model = Feed(new LogHar(HarSettings.Daily, new HorizonAnchors(1, 10)), 400);
        var variances = new double[10];
        model.Forecast(variances);
        var (low, high) = (Math.Min(variances[0], variances[9]), Math.Max(variances[0], variances[9]));
        Assert.All(variances, variance => Assert.InRange(variance, low, high));
        Assert.NotEqual(low, high);
    }

    [Fact]
    public void Forecast_OneFreakBarAmongAlikeOnes_SettlesWithinAMonth()
    {
        // A bar ten thousand times as wild must not stand in the averages for a quarter.
        double[] After(int freak)
        {
            var model = new LogHar(HarSettings.Daily, new HorizonAnchors(1, 20));
            var u = CongruentialStream.Take(1500, 11);
            for (var t = 0; t < 1500; t++)
            {
                model.Add(new VarianceObservation((t == freak ? 1e4 : 1) * Math.Exp(-9 + u[t]), 0.01 * (u[t] - 0.5)));
            }

            var variances = new double[20];
            model.Forecast(variances);
            return variances;
        }

        var calm = After(-1);
        var shaken = After(1470);
        Assert.InRange(shaken[19] / calm[19], 0.5, 2);
    }

    [Fact]
    public void Forecast_TooFewBars_IsNaN()
    {
        var model = Feed(new LogHar(HarSettings.Reference, HorizonAnchors.Standard(5)), 60);
        var variances = new double[5];
        model.Forecast(variances);
        Assert.False(model.IsReady);
        Assert.All(variances, variance => Assert.True(double.IsNaN(variance)));
    }

    [Fact]
    public void Forecast_WindowHasMovedOn_ForgetsWhatLiesBeforeIt()
    {
        // Two histories that differ only before the window give the same coefficients and so the same forecast.
        var settings = HarSettings.Reference with { Window = 105 };
        double Last(double early)
        {
            var model = new LogHar(settings, new HorizonAnchors(1));
            var u = CongruentialStream.Take(420, 11);
            for (var t = 0; t < 420; t++)
            {
                model.Add(new VarianceObservation((t < 200 ? early : 1) * Math.Exp(-9 + u[t]), 0.01 * (u[t] - 0.5)));
            }

            var variance = new double[1];
            model.Forecast(variance);
            return variance[0];
        }

        Assert.Equal(Last(1), Last(1.3), 1e-6 * Last(1));
    }

    [Fact]
    public void Forecast_MoreHorizonsThanMadeFor_Throws() =>
        Assert.Throws<ArgumentException>(() => Feed(new LogHar(HarSettings.Reference, HorizonAnchors.Standard(2)), 10).Forecast(new double[3]));

    private static LogHar Feed(LogHar model, int bars)
    {
        var v = CongruentialStream.Take(bars, 11);
        var r = CongruentialStream.Take(bars, 5);
        for (var t = 0; t < bars; t++)
        {
            model.Add(new VarianceObservation(Math.Exp(-9 + (2 * (v[t] - 0.5))), 0.02 * (r[t] - 0.5)));
        }

        return model;
    }
}
