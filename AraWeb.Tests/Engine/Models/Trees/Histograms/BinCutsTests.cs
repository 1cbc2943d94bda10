using AraWeb.Engine.Models.Trees.Histograms;
using AraWeb.Engine.Numerics;

namespace AraWeb.Tests.Engine.Models.Trees.Histograms;

public sealed class BinCutsTests
{
    [Fact]
    public void Find_FewDifferentValues_CutsHalfwayBetweenThem() => Assert.Equal([1.5, 3], BinCuts.Find([1, 1, 2, 2, 2, 4], 255));

    [Fact]
    public void Find_OneValueOrNone_HasNoCut()
    {
        Assert.Empty(BinCuts.Find([7, 7, 7], 255));
        Assert.Empty(BinCuts.Find([], 255));
    }

    [Fact]
    public void Find_ManyValues_FillsBinsAboutEvenly()
    {
        const int seed = 3;
        var values = new double[10_000];
        new SeededNormals(seed).Fill(values);
        Array.Sort(values);
        var cuts = BinCuts.Find(values, 100);
        Assert.Equal(99, cuts.Length);
        var counts = new int[100];
        foreach (var value in values)
        {
            counts[BinCuts.BinOf(cuts, value)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 95, 105));
    }

    [Fact]
    public void Find_OneFrequentValue_GivesItABinOfItsOwn()
    {
        // Half of the rows are zero: it must not lie with its neighbours, and the others share the rest.
        double[] values = [.. Enumerable.Range(1, 500).Select(i => -i / 500.0), .. new double[1000], .. Enumerable.Range(1, 500).Select(i => i / 500.0)];
        Array.Sort(values);
        var cuts = BinCuts.Find(values, 21);
        Assert.Equal(20, cuts.Length);
        var zero = BinCuts.BinOf(cuts, 0);
        Assert.NotEqual(zero, BinCuts.BinOf(cuts, 0.002));
        Assert.NotEqual(zero, BinCuts.BinOf(cuts, -0.002));
    }

    [Theory]
    [InlineData(0.0, double.Epsilon)]
    [InlineData(1.0, 1.0000000000000002)]
    [InlineData(-double.MaxValue, double.MaxValue)]
    public void Find_NeighboursOfAnyDistance_AreToldApart(double low, double high)
    {
        var cuts = BinCuts.Find([low, high], 2);
        Assert.Equal([0, 1], (int[])[BinCuts.BinOf(cuts, low), BinCuts.BinOf(cuts, high)]);
        Assert.True(double.IsFinite(cuts[0]));
    }
}
