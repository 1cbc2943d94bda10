using AraWeb.Engine.Calibration;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Calibration;

public sealed class NoveltyScoreTests
{
    [Fact]
    public void Add_SixtyRows_EqualsTheRecursionInNumpy()
    {
        // numpy 1.24.2: running mean and covariance, solve(), rank among the nineteen distances before.
        var (a, b) = (CongruentialStream.Take(60, 11), CongruentialStream.Take(60, 5));
        var score = new NoveltyScore(2);
        for (var t = 0; t < 60; t++)
        {
            score.Add([a[t], b[t] + (0.5 * a[t])]);
        }

        Assert.Equal(0.7027077905283118, score.Distance, 10);
        Assert.Equal(0.3684210526315789, score.Rank, 12);
        Assert.Equal(2.304959162652754, score.Farthest, 10);
    }

    [Fact]
    public void Add_RowUnlikeAnyBefore_IsFarther()
    {
        var u = CongruentialStream.Take(1500, 11);
        var score = new NoveltyScore(3);
        for (var t = 0; t < 500; t++)
        {
            score.Add(u.AsSpan(3 * t, 3));
        }

        score.Add([30, 0, 0]);
        Assert.Equal(1, score.Rank);
        Assert.True(score.Distance > 10 * score.Farthest);
    }

    [Fact]
    public void Add_UnknownOrTooFewOrAlikeRows_HasNoScore()
    {
        var score = new NoveltyScore(1);
        score.Add([double.NaN]);
        Assert.True(double.IsNaN(score.Distance));
        for (var t = 0; t < 50; t++)
        {
            score.Add([7]);
        }

        Assert.True(double.IsNaN(score.Distance) || score.Distance >= 0);
    }
}
