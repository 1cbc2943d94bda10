using AraWeb.Engine.Numerics.Covariance;
using AraWeb.Engine.Numerics.LinearAlgebra;
using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Tests.Engine.Prediction.Ranks;

public sealed class RankInputsTests
{
    [Fact]
    public void CarriedReturns_MissingDays_AreZeroAndTheNextDayHasTheRest()
    {
        double[][] prices = [[100, double.NaN, 121, 110], [double.NaN, double.NaN, 50, 55]];
        var returns = CarriedReturns.Of(new PricePanel(Panels.Days(4), prices, [0, 0]), 0, 3);
        Assert.Equal([0, Math.Log(1.21), Math.Log(110.0 / 121)], returns[0].ToArray());
        Assert.Equal([double.NaN, double.NaN, Math.Log(1.1)], returns[1].ToArray());
    }

    [Theory]
    [InlineData("ppppppppppppppp", false)]
    [InlineData("ppppppppppp----", false)]
    [InlineData("pppppppppp-----", true)]
    [InlineData("pp------pp-----", false)]
    [InlineData("pp----pppp-----", true)]
    [InlineData("----------ppppp", false)]
    [InlineData("---------------", true)]
    public void SilentAssets_Gaps_AreJudgedByTheAssetsOwnPast(string traded, bool isSilent)
    {
        double[] prices = [.. traded.Select(day => day == 'p' ? 100 : double.NaN)];
        Assert.Equal([isSilent], SilentAssets.Of(new PricePanel(Panels.Days(prices.Length), [prices], [0]), 0, prices.Length - 1));
    }

    [Fact]
    public void Winsorised_OneJump_IsCutAtThreeDeviationsOfThePast()
    {
        double[] row = [.. Enumerable.Range(0, 60).Select(t => t % 2 == 0 ? 0.01 : -0.01), 0.5, 0.01];
        var cut = WinsorisedReturns.Of(ReturnMatrix.From([row]), halfLife: 40, limit: 3)[0];

        // All squares before the jump are equal, so the deviation is 0.01 whatever the weights.
        Assert.Equal(0.03, cut[60], 1e-12);
        Assert.Equal(row[..60], cut[..60].ToArray());
        Assert.Equal(0.01, cut[61]);
    }

    [Fact]
    public void ShrunkVariances_OneGroup_MovesTowardsItsMedianByTheErrorsShare()
    {
        // Six assets of constant size of move over 100 days, so that weights do not matter. numpy: log variances x, error 4 sum(w^2) / sum(w)^2 with
        // w = 0.5**(age/40), own = 1 - error / var(x), median + own (x - median).
        double[] sizes = [0.01, 0.012, 0.015, 0.02, 0.03, 0.05];
        var returns = ReturnMatrix.From([.. sizes.Select(size => Enumerable.Range(0, 100).Select(t => t % 2 == 0 ? size : -size).ToArray())]);
        var logs = ShrunkVariances.Logs(returns, 40, new int[6], [true, true, true, true, true, true]);
        double[] expected = [-9.165565960928, -8.815784032512, -8.387685550550, -7.835770616066, -7.057890205688, -6.077876789242];
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(expected[i], logs[i], 1e-10);
        }
    }

    [Fact]
    public void ShrunkVariances_UnseenAsset_GetsTheMedianOfItsGroup()
    {
        double[] sizes = [0.01, 0.01, 0.01, 0.01, 0.01, 0.05, 0.05, 0.05, 0.05, 0.05, 0.07];
        var returns = ReturnMatrix.From([.. sizes.Select(size => Enumerable.Range(0, 50).Select(t => t % 2 == 0 ? size : -size).ToArray())]);
        var logs = ShrunkVariances.Logs(returns, 40, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], [.. sizes.Select(size => size < 0.06)]);
        Assert.Equal(Math.Log(0.0025), logs[10], 1e-10);
        Assert.Equal(Math.Log(0.0001), logs[0], 1e-10);
    }

    [Fact]
    public void QuarterSeason_AssetThatJumpsEveryQuarter_IsLivelyInThatSpanOnly()
    {
        // Two calm assets and one that moves ten times as much on three days of every 91.
        var days = Panels.Days(500);
        double[][] rows = [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 500).Select(t =>
            (t % 2 == 0 ? 0.01 : -0.01) * (i == 2 && (days[t].DayNumber - days[0].DayNumber) % 91 is 1 or 2 or 3 ? 10 : 1)).ToArray())];
        var last = Array.FindLastIndex(days, day => (day.DayNumber - days[0].DayNumber) % 91 == 90);
        var start = days[last];
        days = days[..(last + 1)];
        var returns = ReturnMatrix.From([.. rows.Select(row => row[..(last + 1)])]);

        // Three of twenty days with a hundredfold square, against three of sixty-five: log((17 + 300) / 20 / ((62 + 300) / 65)) = 1.046.
        var lively = QuarterSeason.LogRatios(days, returns, start, start.AddDays(28));
        Assert.Equal(1.046, lively[2], 1e-3);
        Assert.Equal([0.0, 0.0], lively[..2]);
        Assert.True(QuarterSeason.LogRatios(days, returns, start.AddDays(28), start.AddDays(56))[2] < -1);
    }

    [Fact]
    public void QuarterSeason_HistoryShorterThanAQuarter_SaysNothing()
    {
        var days = Panels.Days(60);
        var returns = ReturnMatrix.From([[.. Enumerable.Range(0, 60).Select(t => 0.01 * ((t % 7) - 3))]]);
        Assert.Equal([0.0], QuarterSeason.LogRatios(days, returns, days[^1], days[^1].AddDays(28)));
    }

    [Fact]
    public void RankCorrelations_MarketThatFollowsADayLater_IsSeenOverThreeDays()
    {
        // The second asset repeats the first one day later: no daily correlation; over three days two of three parts agree, so 2/3 in the long run.
        var u = AraWeb.Tests.Shared.CongruentialStream.Take(4001, 9);
        double[][] rows = [[.. Enumerable.Range(1, 4000).Select(t => u[t] - 0.5)], [.. Enumerable.Range(0, 4000).Select(t => u[t] - 0.5)]];
        var settings = new RankCorrelationSettings(HalfLife: 1e6, OverlapDays: 3, LeastShrinkage: 0, TargetDays: 0);
        var estimate = RankCorrelations.Estimate(ReturnMatrix.From(rows), [true, true], settings);
        Assert.InRange(estimate[0, 1], 0.63, 0.70);
        Assert.InRange(RankCorrelations.Estimate(ReturnMatrix.From(rows), [true, true], settings with { OverlapDays = 1 })[0, 1], -0.05, 0.05);
    }

    [Fact]
    public void RankCorrelations_ShortHistory_ShrinksMore()
    {
        var settings = new RankCorrelationSettings(120, 3, LeastShrinkage: 0.05, TargetDays: 10);
        var seen = Enumerable.Repeat(true, 10).ToArray();
        var brief = RankCorrelations.Estimate(CarriedReturns.Of(Panels.Of(Panels.Prices(10, 22, 1)), 0, 21), seen, settings);
        var lengthy = RankCorrelations.Estimate(CarriedReturns.Of(Panels.Of(Panels.Prices(10, 600, 1)), 0, 599), seen, settings);

        // Nineteen three-day sums of nearly equal weight: 0.05 + 0.95 * 10 / 29. A long history: n = (1 + d) / (1 - d) = 346 effective days.
        Assert.Equal(0.378, brief.Shrinkage, 2e-3);
        Assert.Equal(0.05 + (0.95 * 10 / 356), lengthy.Shrinkage, 2e-3);
    }

    [Fact]
    public void RankCorrelations_UnseenAssets_KeepTheMatrixSemidefinite()
    {
        var returns = CarriedReturns.Of(Panels.Of(Panels.Prices(12, 200, 8)), 0, 199);
        bool[] seen = [.. Enumerable.Range(0, 12).Select(i => i is not (3 or 9))];
        var estimate = RankCorrelations.Estimate(returns, seen, new RankCorrelationSettings(120, 3, 0.05, 10));
        Assert.True(SymmetricEigen.Decompose(estimate.Values, 12).Values[0] > 0);
        Assert.InRange(estimate[3, 0], 0.1, 0.7);
        Assert.InRange(estimate[3, 9], 0.05, 0.7);
    }
}
