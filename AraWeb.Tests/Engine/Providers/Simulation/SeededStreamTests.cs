using AraWeb.Engine.Providers.Simulation;

namespace AraWeb.Tests.Engine.Providers.Simulation;

public sealed class SeededStreamTests
{
    [Fact]
    public void Next_SameName_GivesTheSameBits()
    {
        var first = new SeededStream(1, StreamPart.Gap, 2, 3);
        var second = new SeededStream(1, StreamPart.Gap, 2, 3);

        Assert.Equal(Enumerable.Range(0, 10).Select(_ => first.Next()), Enumerable.Range(0, 10).Select(_ => second.Next()));
    }

    [Theory]
    [InlineData(2, nameof(StreamPart.Gap), 2, 3)]
    [InlineData(1, nameof(StreamPart.Regime), 2, 3)]
    [InlineData(1, nameof(StreamPart.Gap), 3, 3)]
    [InlineData(1, nameof(StreamPart.Gap), 2, 4)]
    [InlineData(1, nameof(StreamPart.Gap), 3, 2)]
    public void Next_OtherName_GivesOtherBits(int seed, string part, int member, int day)
    {
        var stream = new SeededStream(1, StreamPart.Gap, 2, 3);
        var other = new SeededStream(seed, Enum.Parse<StreamPart>(part), member, day);

        Assert.NotEqual(stream.Next(), other.Next());
    }

    [Theory]
    [InlineData(11)]
    public void FillSteps_ManySteps_HaveMeanZeroAndDeviationOne(int seed)
    {
        var steps = new double[200_000];

        new SeededStream(seed, StreamPart.Market, 0, 0).FillSteps(steps);

        // Four deviations of the mean and of the variance of so many triangular values.
        Assert.InRange(steps.Average(), -4 / Math.Sqrt(steps.Length), 4 / Math.Sqrt(steps.Length));
        Assert.InRange(steps.Average(x => x * x), 1 - (4 * 1.2 / Math.Sqrt(steps.Length)), 1 + (4 * 1.2 / Math.Sqrt(steps.Length)));
        Assert.InRange(steps.Zip(steps.Skip(1), (a, b) => a * b).Average(), -4 / Math.Sqrt(steps.Length), 4 / Math.Sqrt(steps.Length));
    }

    [Theory]
    [InlineData(12)]
    public void NextNormal_ManyDraws_AreNormal(int seed)
    {
        var stream = new SeededStream(seed, StreamPart.Session, 0, 0);
        var draws = Enumerable.Range(0, 100_000).Select(_ => stream.NextNormal()).ToList();

        Assert.InRange(draws.Average(), -0.013, 0.013);
        Assert.InRange(draws.Average(x => x * x), 0.98, 1.02);
        Assert.InRange(draws.Count(x => Math.Abs(x) > 1.959964) / (double)draws.Count, 0.047, 0.053);
    }
}
