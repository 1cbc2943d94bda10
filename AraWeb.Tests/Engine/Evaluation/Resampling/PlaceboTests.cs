using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Evaluation.Resampling;

public sealed class PlaceboTests
{
    [Fact]
    public void ByBlocks_RealRelation_IsRareAmongShuffles()
    {
        var forecast = CongruentialStream.Take(200, 5);
        double[] labels = [.. CongruentialStream.Take(200, 6).Select((value, i) => value + (0.5 * forecast[i]))];
        var result = Placebo.ByBlocks(labels, 1, shuffled => Covariance(forecast, shuffled), 499, 7);
        Assert.Equal(1.0 / 500, result.P, 12);
        Assert.True(result.Score > result.PlaceboMean + (4 * result.PlaceboDeviation));
        Assert.Equal(result, Placebo.ByBlocks(labels, 1, shuffled => Covariance(forecast, shuffled), 499, 7));
    }

    [Fact]
    public void ByBlocks_NoRelation_RejectsAsOftenAsItSays()
    {
        var rejected = 0;
        for (var trial = 0; trial < 200; trial++)
        {
            var forecast = CongruentialStream.Take(40, (2 * trial) + 1);
            var labels = CongruentialStream.Take(40, 77_777 + trial);
            rejected += Placebo.ByBlocks(labels, 1, shuffled => Covariance(forecast, shuffled), 99, trial).P <= 0.1 ? 1 : 0;
        }

        // 20 of 200 with a binomial deviation of 4.2.
        Assert.InRange(rejected, 6, 34);
    }

    [Fact]
    public void ByBlocks_AllEqualScores_GiveOne()
    {
        Assert.Equal(1, Placebo.ByBlocks([1, 2, 3], 1, labels => labels.Sum(), 20, 1).P);
        Assert.Equal(1, Placebo.ByBlocks([1, 2, 3], 3, labels => labels[0], 20, 1).P);
        Assert.True(double.IsNaN(Placebo.ByBlocks([1, 2, 3], 1, _ => double.NaN, 20, 1).P));
    }

    [Fact]
    public void ByBlocks_Shuffles_KeepBlocksWhole()
    {
        var seen = new HashSet<string>();
        Placebo.ByBlocks([0, 1, 2, 3, 4, 5, 6], 3, labels => Note(seen, labels), 200, 3);
        Assert.Equal(["0123456", "0126345", "3450126", "3456012", "6012345", "6345012"], seen.Order());
    }

    [Fact]
    public void WithinDays_Shuffles_KeepLabelsInTheirDay()
    {
        var seen = new HashSet<string>();
        Placebo.WithinDays([1, 8, 2, 9], [3, 4, 3, 4], labels => Note(seen, labels), 200, 3);
        Assert.Equal(["1829", "1928", "2819", "2918"], seen.Order());
    }

    [Fact]
    public void Placebo_BadArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>("labels", () => Placebo.ByBlocks([double.NaN], 1, _ => 0, 10, 1));
        Assert.Throws<ArgumentException>("days", () => Placebo.WithinDays([1, 2], [1], _ => 0, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>("blockLength", () => Placebo.ByBlocks([1], 0, _ => 0, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>("permutations", () => Placebo.ByBlocks([1], 1, _ => 0, 0, 1));
    }

    private static double Note(HashSet<string> seen, double[] labels)
    {
        seen.Add(string.Concat(labels));
        return 0;
    }

    private static double Covariance(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Length;
    }
}
