using AraWeb.Components.Charts;
using AraWeb.Tests.Web.Components;

namespace AraWeb.Tests.Web.Charts;

public sealed class PriceFanFigureTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    // exp(-0.2) = 0.8187307531, exp(-0.1) = 0.9048374180, exp(0.1) = 1.1051709181, exp(0.2) = 1.2214027582; last close 100.
    [Fact]
    public void Of_Forecast_TurnsLogReturnsIntoPrices()
    {
        var forecast = Sample.Forecast(Day, lastClose: 100, Sample.Bands(0.1, 0.15, 0.2));
        var figure = PriceFanFigure.Of(forecast, []);

        Assert.Equal(1795132800000, figure.LastBar);
        Assert.Equal(100, figure.LastClose);
        var step = Assert.Single(figure.Steps);
        Assert.Equal(1, step.Bars);
        Assert.Equal(1795132800000 + 86_400_000, step.Due);
        Assert.Equal(0.53, step.ProbabilityUp);
        Assert.Equal(9, step.Prices.Count);
        Assert.Equal(81.87307531, step.Prices[0], 6);
        Assert.Equal(90.48374180, step.Prices[3], 6);
        Assert.Equal(100, step.Prices[4], 6);
        Assert.Equal(110.51709181, step.Prices[5], 6);
        Assert.Equal(122.14027582, step.Prices[8], 6);
    }

    [Fact]
    public void Of_PastForecast_KeepsBandMedianAndOutcome()
    {
        var past = Sample.Entry(Day.AddDays(-3), lastClose: 50, horizons: 1, closes: [55]);
        var ghost = Assert.Single(PriceFanFigure.Of(Sample.Forecast(Day, 100, Sample.Bands(0.1, 0.15, 0.2)), [past]).Ghosts);

        Assert.Equal(1795132800000 - (3 * 86_400_000L), ghost.LastBar);
        Assert.Equal(50, ghost.LastClose);
        var step = Assert.Single(ghost.Steps);

        // The 80 % band of the sample reaches from -0.15 to 0.15: 50 exp(-0.15) = 43.03539882, 50 exp(0.15) = 58.09171214.
        Assert.Equal(43.03539882, step.Lower, 6);
        Assert.Equal(50, step.Median, 6);
        Assert.Equal(58.09171214, step.Upper, 6);
        Assert.Equal(55, step.Came);
    }

    [Fact]
    public void Of_OutcomesOfManyHorizons_MarksTheNextBarAndEveryFifth()
    {
        var forecast = Sample.Forecast(Day, 100, [.. Enumerable.Repeat(Sample.Bands(0.1, 0.15, 0.2), 12)]);
        var past = Sample.Entry(Day.AddDays(-20), lastClose: 50, horizons: 12, closes: [.. Enumerable.Repeat(51d, 12)]);
        var steps = Assert.Single(PriceFanFigure.Of(forecast, [past]).Ghosts).Steps;

        Assert.Equal([1, 5, 10], steps.Select((step, i) => (step.Came, bars: i + 1)).Where(step => step.Came is not null).Select(step => step.bars));
    }

    [Fact]
    public void Of_VoidOutcome_HasNoDot()
    {
        var past = Sample.Entry(Day.AddDays(-3), lastClose: 50, horizons: 1, closes: [double.NaN]);
        Assert.Null(Assert.Single(PriceFanFigure.Of(Sample.Forecast(Day, 100, Sample.Bands(0.1, 0.15, 0.2)), [past]).Ghosts).Steps[0].Came);
    }

    [Fact]
    public void Of_ForecastOfEachDay_SpacesGhostsByHalfTheReach()
    {
        var forecast = Sample.Forecast(Day, 100, [.. Enumerable.Repeat(Sample.Bands(0.1, 0.15, 0.2), 10)]);
        var past = Enumerable.Range(0, 100).Select(back => Sample.Entry(Day.AddDays(-back), 50, horizons: 10, closes: [])).ToList();
        var ghosts = PriceFanFigure.Of(forecast, past).Ghosts;

        Assert.Equal(PriceFanFigure.MaxGhosts, ghosts.Count);
        Assert.Equal(
            Enumerable.Range(1, PriceFanFigure.MaxGhosts).Reverse().Select(i => Day.AddDays(-5 * i).ToUnixTimeMilliseconds()),
            ghosts.Select(ghost => ghost.LastBar));
    }

    [Fact]
    public void Of_PastForecastThatReachesFarther_IsCutToTheReach()
    {
        var past = Sample.Entry(Day.AddDays(-3), 50, horizons: 30, closes: []);
        var ghost = Assert.Single(PriceFanFigure.Of(Sample.Forecast(Day, 100, Sample.Bands(0.1, 0.15, 0.2)), [past]).Ghosts);
        Assert.Single(ghost.Steps);
    }
}
