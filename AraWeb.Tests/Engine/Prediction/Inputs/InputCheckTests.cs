using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Inputs;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Prediction.Inputs;

public sealed class InputCheckTests
{
    [Fact]
    public void Examine_UsualBars_FindsNothing() => Assert.Empty(InputCheck.Examine(SampleBars.Daily(600, seed: 1)));

    [Fact]
    public void Examine_ThirdOfTheBarsMissing_Refuses()
    {
        var bars = Without(t => t > 100 && t % 3 == 0);
        var finding = Assert.Single(InputCheck.Examine(bars));
        Assert.True(finding.Refuses);
        Assert.Contains("33 %", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Examine_TenthMissing_IsSaidButNotRefused()
    {
        var finding = Assert.Single(InputCheck.Examine(Without(t => t > 300 && t % 10 == 0)));
        Assert.False(finding.Refuses);
    }

    [Fact]
    public void Examine_ThreeWeeksMissingLately_NamesTheDay()
    {
        var findings = InputCheck.Examine(Without(t => t is > 560 and < 582));
        var day = SampleBars.Start.AddDays(560).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Contains(findings, finding => finding.Text.Contains($"21 bars in a row are missing after {day}", StringComparison.Ordinal));
    }

    [Fact]
    public void Examine_PriceStandsStill_Refuses()
    {
        var bars = Change((t, bar) => t >= 588 ? new Bar(bar.Time, 50, 50, 50, 50, 0) : bar);
        Assert.Contains(InputCheck.Examine(bars), finding => finding.Refuses && finding.Text.Contains("12 bars", StringComparison.Ordinal));
    }

    [Fact]
    public void Examine_NewestPriceIsATenth_Refuses()
    {
        var bars = Change((t, bar) => t == 599 ? new Bar(bar.Time, bar.Open / 10, bar.High / 10, bar.Low / 10, bar.Close / 10, 1) : bar);
        Assert.Contains(InputCheck.Examine(bars), finding => finding.Refuses && finding.Text.Contains("unadjusted split", StringComparison.Ordinal));
    }

    [Fact]
    public void LargestMove_KnownCloses_IsTheLargestEitherWay()
    {
        Assert.Equal(Math.Log(2), RiskBounds.LargestMove([1, 2, 2, 1.5], 1), 12);
        Assert.Equal(Math.Log(4), RiskBounds.LargestMove([4, 3, 1, 1.5], 2), 12);
    }

    [Fact]
    public void Apply_QuantilesBeyondOneAndAHalfTimes_AreHeldThere()
    {
        double[] quantiles = [-0.9, -0.5, -0.2, -0.1, 0, 0.1, 0.2, 0.5, 0.9];
        var held = RiskBounds.Apply(quantiles, 0.2, out var isBounded);
        Assert.True(isBounded);
        Assert.Equal([-0.3, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.3], held.Values.ToArray().Select(value => Math.Round(value, 12)));
        Assert.Equal(quantiles, RiskBounds.Apply(quantiles, 0.7, out isBounded).Values.ToArray());
        Assert.False(isBounded);
    }

    private static BarSeries Without(Func<int, bool> isMissing) => Build((t, bar) => isMissing(t) ? null : bar);

    private static BarSeries Change(Func<int, Bar, Bar> change) => Build((t, bar) => change(t, bar));

    private static BarSeries Build(Func<int, Bar, Bar?> change)
    {
        var bars = SampleBars.Daily(600, seed: 1);
        var kept = new List<Bar>();
        for (var t = 0; t < bars.Count; t++)
        {
            if (change(t, bars[t]) is { } bar)
            {
                kept.Add(bar);
            }
        }

        return BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, kept);
    }
}
