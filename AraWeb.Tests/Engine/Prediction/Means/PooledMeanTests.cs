using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Prediction.Means;

namespace AraWeb.Tests.Engine.Prediction.Means;

public sealed class PooledMeanTests
{
    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 2.0)]
    [InlineData(3, 3.0)]
    [InlineData(7, 4.0)]
    [InlineData(11, 5.0)]
    [InlineData(30, 5.0)]
    public void Between_LearnedHorizons_AreOnLinesAndLevelBeyond(int horizon, double expected) =>
        Assert.Equal(expected, PooledMean.Between([3, 11], [3, 5], horizon), 12);

    [Fact]
    public void Answer_MembersThatCancelOut_AgreeInNothing()
    {
        var pool = FixedMember.Pool(DateTimeOffset.UnixEpoch, new FixedMember("a", 0.2, 0.2), new FixedMember("b", -0.2, 0.2), new FixedMember("c"));
        var answer = PoolAnswer.Of(pool.Model, new double[58], regime: null);

        Assert.Equal(0, answer.Agreement[0], 12);
        Assert.Equal(1, answer.Agreement[1], 12);
        Assert.Equal(0.4 / 3, answer.Means[1], 12);
        Assert.Equal(2.0 / 3, answer.Heard[0], 12);
        Assert.Equal(["a", "b"], answer.Spoke);
    }
}
