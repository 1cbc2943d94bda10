using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Tests.Engine.Prediction.Ranks;

public sealed class RankClassesTests
{
    [Fact]
    public void Of_DifferentOutcomes_PutsTwoOfTenInEachClass()
    {
        double[] outcomes = [0.3, -0.1, 0.9, 0.2, -0.5, 0.8, 0.1, 0.7, -0.2, 0.4];

        // By hand: in ascending order assets 4, 8 | 1, 6 | 3, 0 | 9, 7 | 5, 2.
        int[] expected = [2, 1, 4, 2, 0, 4, 1, 3, 0, 3];
        var shares = RankClasses.Of(outcomes);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal([.. Enumerable.Range(0, 5).Select(k => k == expected[i] ? 1.0 : 0.0)], Row(shares, i));
        }
    }

    [Fact]
    public void Of_TieOverABorder_SharesTheClassesOfItsPlaces()
    {
        // Ten assets, two a class. Places 2 to 4 are tied: one place in class 1, two in class 2. Places 9 and 10 are tied within class 5.
        double[] outcomes = [1, 2, 2, 2, 3, 4, 5, 6, 7, 7];
        var shares = RankClasses.Of(outcomes);
        Assert.Equal([1, 0, 0, 0, 0], Row(shares, 0));
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal([1 / 3.0, 2 / 3.0, 0, 0, 0], Row(shares, i));
        }

        Assert.Equal([0, 0, 1, 0, 0], Row(shares, 4));
        Assert.Equal([0, 0, 0, 0, 1], Row(shares, 8));
        Assert.Equal([0, 0, 0, 0, 1], Row(shares, 9));
    }

    [Fact]
    public void Of_TieOverThreeClasses_SharesAllOfThem()
    {
        // Places 2 to 6 of ten: one in class 1, two in class 2, two in class 3.
        var shares = RankClasses.Of([0, 5, 5, 5, 5, 5, 6, 7, 8, 9]);
        Assert.Equal([0.2, 0.4, 0.4, 0, 0], Row(shares, 3));
    }

    [Fact]
    public void Of_AllEqual_GivesEveryAssetAFifthOfEachClass() =>
        Assert.All(RankClasses.Of(new double[15]), share => Assert.Equal(0.2, share, 1e-15));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(101)]
    public void Of_SizeThatFiveDoesNotDivide_IsRefused(int assets) => Assert.Throws<InputException>(() => RankClasses.Of(new double[assets]));

    [Fact]
    public void Of_NaN_IsRefused() => Assert.Throws<ArgumentException>(() => RankClasses.Of([1, 2, double.NaN, 4, 5]));

    private static double[] Row(double[] shares, int asset) => shares[(asset * 5)..((asset * 5) + 5)];
}
