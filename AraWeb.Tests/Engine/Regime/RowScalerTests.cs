using AraWeb.Engine.Regime;

namespace AraWeb.Tests.Engine.Regime;

public sealed class RowScalerTests
{
    [Fact]
    public void Apply_RowsItLearnedFrom_HaveMeanZeroAndDeviationOne()
    {
        double[] rows = [1, 10, 2, 20, 3, 30, 6, 40];
        var scaled = new double[8];
        RowScaler.Learn(rows, 2).Apply(rows, scaled);

        // By hand: mean 3, variance (4 + 1 + 0 + 9) / 4 = 3.5; mean 25, variance 125.
        Assert.Equal(-2 / Math.Sqrt(3.5), scaled[0], 1e-12);
        Assert.Equal(15 / Math.Sqrt(125), scaled[7], 1e-12);
    }

    [Fact]
    public void Apply_ValueFarOut_IsCutAtThreeDeviations()
    {
        var scaled = new double[2];
        RowScaler.Learn([-1, 1, -1, 1], 1).Apply([100, -100], scaled);
        Assert.Equal([3, -3], scaled);
    }

    [Fact]
    public void Apply_FeatureThatNeverChanged_IsZero()
    {
        var scaled = new double[1];
        RowScaler.Learn([5, 5, 5], 1).Apply([7], scaled);
        Assert.Equal([0], scaled);
    }

    [Fact]
    public void Learn_RowsThatDoNotFit_Throws()
    {
        Assert.Throws<ArgumentException>(() => RowScaler.Learn([], 1));
        Assert.Throws<ArgumentException>(() => RowScaler.Learn([1, 2, 3], 2));
    }
}
