using AraWeb.Engine.Volatility;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Volatility;

public sealed class GarchTests
{
    [Fact]
    public void Fit_ClusteredReturns_FindsTheMaximumThatScipyFinds()
    {
        // scipy 1.10.1, Nelder-Mead from three starts on the same likelihood (first variance = mean square): maximum 3513.3851367130433 at these parameters.
        var fit = GarchEstimator.Fit(Returns(), GarchEstimator.Start(MeanSquare(Returns())), 100);
        Assert.Equal(GarchStatus.Converged, fit.Status);
        Assert.Equal(3513.3851367130433, fit.LogLikelihood, 1e-4);
        Assert.Equal(4.2383013e-06, fit.Parameters.Omega, 1e-8);
        Assert.Equal(0.16737854, fit.Parameters.Alpha, 5e-4);
        Assert.Equal(0.8001626, fit.Parameters.Beta, 5e-4);
        Assert.Equal(3.82040609, fit.Parameters.Degrees, 5e-3);
        Assert.InRange(fit.Residual, 0, 1e-6);
    }

    [Fact]
    public void LogLikelihood_GivenParameters_EqualsScipy()
    {
        // scipy 1.10.1, gammaln and log1p over the same recursion at omega .03 V, alpha .07, beta .9, nu 6.
        var returns = Returns();
        Assert.Equal(3501.7432144013383, GarchEstimator.LogLikelihood(returns, GarchEstimator.Start(MeanSquare(returns))), 1e-8);
    }

    [Fact]
    public void Fit_ReturnsWithoutTails_RestsOnTheBoundAndSaysSo()
    {
        var returns = CongruentialStream.Take(800, 3).Select(u => 0.01 * (u - 0.5)).ToArray();
        var fit = GarchEstimator.Fit(returns, GarchEstimator.Start(MeanSquare(returns)), 200);
        Assert.Equal(GarchStatus.AtBound, fit.Status);
        Assert.Equal(100, fit.Parameters.Degrees, 6);
        Assert.InRange(fit.Parameters.Persistence, 0, 0.9995);
    }

    [Fact]
    public void Fit_TrendInScale_HoldsThePersistenceBelowOne()
    {
        var u = CongruentialStream.Take(1000, 13);
        var returns = u.Select((value, t) => 0.0001 * Math.Exp(0.006 * t) * (value - 0.5)).ToArray();
        var fit = GarchEstimator.Fit(returns, GarchEstimator.Start(MeanSquare(returns)), 200);
        Assert.True(fit.Parameters.Persistence <= 0.9995 + 1e-12, $"persistence {fit.Parameters.Persistence}");
        Assert.True(double.IsFinite(fit.LogLikelihood) && fit.NextVariance > 0);
    }

    [Fact]
    public void Fit_ConstantPrices_SaysThereIsNothingToFit()
    {
        Assert.Equal(GarchStatus.NoVariation, GarchEstimator.Fit(new double[300], GarchEstimator.Start(1), 50).Status);
        Assert.Equal(GarchStatus.NoVariation, GarchEstimator.Fit([], GarchEstimator.Start(1), 50).Status);
    }

    [Fact]
    public void Forecast_ManyBarsAhead_MovesTowardsTheLongRun()
    {
        var model = new GarchT();
        foreach (var value in Returns().Take(900))
        {
            model.Add(new VarianceObservation(double.NaN, value));
        }

        model.Add(new VarianceObservation(double.NaN, 0.2));
        var variances = new double[30];
        model.Forecast(variances);
        var longRun = model.Fit!.Parameters.LongRunVariance;
        for (var h = 1; h < variances.Length; h++)
        {
            Assert.True(Math.Abs(variances[h] - longRun) < Math.Abs(variances[h - 1] - longRun), $"horizon {h + 1} is not nearer to the long run");
        }
    }

    [Fact]
    public void Forecast_FewerBarsThanAFitNeeds_IsNaN()
    {
        var model = new GarchT();
        foreach (var value in Returns().Take(200))
        {
            model.Add(new VarianceObservation(double.NaN, value));
        }

        var variances = new double[2];
        model.Forecast(variances);
        Assert.False(model.IsReady);
        Assert.All(variances, variance => Assert.True(double.IsNaN(variance)));
    }

    private static double MeanSquare(double[] returns) => returns.Average(value => value * value);

    private static double[] Returns()
    {
        var (a, b, c) = (CongruentialStream.Take(1000, 11), CongruentialStream.Take(1000, 5), CongruentialStream.Take(1000, 7));
        return [.. Enumerable.Range(0, 1000).Select(t => 0.01 * (1 + (t / 50 % 3)) * (a[t] - 0.5) * (0.3 + b[t]) / (c[t] + 0.3))];
    }
}
