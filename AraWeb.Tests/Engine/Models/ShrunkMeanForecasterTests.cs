using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Baselines;

namespace AraWeb.Tests.Engine.Models;

public sealed class ShrunkMeanForecasterTests
{
    [Fact]
    public void Fit_TenThousandEqualRows_GivesTheConjugatePosterior()
    {
        // By hand: prior deviation 0.02, so 1 / 0.0004 = 2500 pseudo-observations of zero; 0.1 * 10000 / 12500.
        var rows = 10_000;
        var data = new TrainingSet([], [1, 4], Array.Empty<double>(), Repeat([0.1, 0.2], rows), Repeat([1.0], rows));
        var fitted = new ShrunkMeanForecaster().Fit(data, 1, CancellationToken.None);
        var forecasts = new StandardizedForecast[2];
        fitted.Predict([], forecasts);
        Assert.Equal(0.08, forecasts[0].Mean, 12);
        Assert.Equal(0.16, forecasts[1].Mean, 12);

        // scipy 1.10.1: norm.cdf(0.08).
        Assert.Equal(0.5318813720139874, forecasts[0].ProbabilityUp, 9);
    }

    [Fact]
    public void Fit_FewRows_IsCloseToZero()
    {
        var data = new TrainingSet([], [1], Array.Empty<double>(), Repeat([1.0], 25), Repeat([1.0], 25));
        var forecasts = new StandardizedForecast[1];
        new ShrunkMeanForecaster().Fit(data, 1, CancellationToken.None).Predict([], forecasts);
        Assert.Equal(25 / 2525.0, forecasts[0].Mean, 12);
    }

    private static double[] Repeat(double[] row, int count) => [.. Enumerable.Repeat(row, count).SelectMany(values => values)];
}
