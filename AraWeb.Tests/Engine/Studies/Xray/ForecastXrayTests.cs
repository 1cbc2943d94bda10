using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Studies.Xray;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Studies.Xray;

public sealed class ForecastXrayTests
{
    [Fact]
    public void Examine_LiveModel_IsEqualToTheBit()
    {
        var row = ForecastXray.Examine(SampleBars.Daily(700, seed: 3), 4, CancellationToken.None);
        Assert.Equal(0, row.Differing);
        Assert.Null(row.FirstDifference);
        Assert.Equal(2 * 4 * Horizon.Max, row.Compared);
    }

    [Fact]
    public void Examine_MethodThatPeeksOneBar_IsCaught()
    {
        // Says the next bar's close as its mean: the plainest look ahead.
        var row = ForecastXray.Examine(SampleBars.Daily(700, seed: 3), 4, (bars, observer) => Walk(bars, observer, peek: 1));
        Assert.True(row.Differing > 0);
        Assert.Contains("1 bars ahead", row.FirstDifference, StringComparison.Ordinal);
    }

    [Fact]
    public void Examine_MethodThatKnowsTheLengthOfTheSeries_IsCaught()
    {
        var row = ForecastXray.Examine(
            SampleBars.Daily(700, seed: 3), 4, (bars, observer) => observer.OnOutcome(339, 1, new IssuedForecast(bars.Count, 1, [0]), 0));
        Assert.True(row.Differing > 0);
    }

    private static void Walk(BarSeries bars, IWalkObserver observer, int peek)
    {
        for (var t = 0; t + 1 < bars.Count; t++)
        {
            observer.OnOutcome(t, 1, new IssuedForecast(bars.Close[t + peek], 1, [0]), 0);
        }
    }
}
