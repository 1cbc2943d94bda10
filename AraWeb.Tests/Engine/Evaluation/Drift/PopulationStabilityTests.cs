using AraWeb.Engine.Evaluation.Drift;

namespace AraWeb.Tests.Engine.Evaluation.Drift;

public sealed class PopulationStabilityTests
{
    [Fact]
    public void Index_KnownCounts_IsTheSumOfTheDefinition()
    {
        // numpy: p and q are (counts + .5) / (sum + 2.5), the index is sum((q - p) * log(q / p)).
        Assert.Equal(1.2869290202644321, PopulationStability.Index([100, 200, 300, 250, 150], [10, 60, 90, 0, 40]), 12);
    }

    [Fact]
    public void Index_SameShares_IsNextToZero() => Assert.InRange(PopulationStability.Index([1000, 2000, 3000], [100, 200, 300]), 0, 1e-4);

    [Fact]
    public void Index_NoRows_IsUnknown() => Assert.True(double.IsNaN(PopulationStability.Index([1, 2], [0, 0])));

    [Fact]
    public void Index_OtherLengthOrNegativeCount_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PopulationStability.Index([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => PopulationStability.Index([1, 2], [1, -1]));
    }

    [Fact]
    public void BinOf_HundredNumbers_TenInEachBinAndUnknownApart()
    {
        double[] values = [.. Enumerable.Range(1, 100).Select(i => (double)i), double.NaN];
        var bins = DecileBins.Of((double[])values.Clone());
        Assert.Equal(11, bins.Count);
        var counts = new int[bins.Count];
        foreach (var value in values)
        {
            counts[bins.BinOf(value)]++;
        }

        Assert.Equal([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 1], counts);
        Assert.Equal(bins.Cuts, DecileBins.From([.. bins.Cuts]).Cuts);
    }

    [Fact]
    public void Of_FewDifferentValues_GivesFewerBins()
    {
        Assert.Equal(3, DecileBins.Of((double[])[0, 0, 0, 0, 1, 1]).Count);
        Assert.Equal(2, DecileBins.Of((double[])[3, 3, 3]).Count);
        Assert.Equal(2, DecileBins.Of((double[])[double.NaN]).Count);
    }

    [Fact]
    public void From_CutsThatDoNotAscend_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => DecileBins.From([1, 1]));
        Assert.Throws<ArgumentException>(() => DecileBins.From([float.NaN]));
        Assert.Throws<ArgumentException>(() => DecileBins.From([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    }
}
