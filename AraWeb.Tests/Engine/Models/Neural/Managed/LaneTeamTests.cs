using AraWeb.Engine.Models.Neural.Managed;

namespace AraWeb.Tests.Engine.Models.Neural.Managed;

public sealed class LaneTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Run_ManyWorks_EveryPieceIsDoneOnce(int threads)
    {
        var team = new LaneTeam(threads);
        for (var work = 0; work < 500; work++)
        {
            var done = new int[1 + (work % 7)];
            team.Run(done.Length, piece => Interlocked.Increment(ref done[piece]));
            Assert.All(done, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void Run_PieceThrows_OthersAreDoneAndTheCallerIsTold()
    {
        var done = 0;
        var error = Assert.Throws<InvalidOperationException>(() => new LaneTeam(2).Run(8, piece =>
        {
            Interlocked.Increment(ref done);
            if (piece == 3)
            {
                throw new InvalidOperationException("three");
            }
        }));
        Assert.Equal("three", error.Message);
        Assert.Equal(8, done);
    }
}
