using AraWeb.Components.Pages.Predictions;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction.Walk;

namespace AraWeb.Tests.Web.Components;

public sealed class CoverageLineTests
{
    [Fact]
    public void Of_Row_KeepsBandsInOrder()
    {
        var lines = CoverageLine.Of(new CoverageRow(1, 1000, 0.5, 0.7, 0.9, 0.99));

        Assert.Equal([0.5, 0.8, 0.9, 0.95], lines.Select(line => line.Nominal));
        Assert.Equal([0.5, 0.7, 0.9, 0.99], lines.Select(line => line.Realised));
        Assert.Equal(["as promised", "narrower than promised", "as promised", "wider than promised"], lines.Select(line => line.Verdict));
    }

    [Fact]
    public void Of_OverlappingWindows_CountsOneInHorizon()
    {
        var next = CoverageLine.Of(1, new HindcastCoverage(300, 0.5, 0.8, 0.9, 0.95))[1].Interval!.Value;
        var far = CoverageLine.Of(30, new HindcastCoverage(300, 0.5, 0.8, 0.9, 0.95))[1].Interval!.Value;

        // Ten independent windows of 0.8: the Wilson interval of 8 in 10, which is 0.490 to 0.943 (Agresti and Coull 1998).
        Assert.Equal(0.490, far.Lower, 3);
        Assert.Equal(0.943, far.Upper, 3);
        Assert.True(next.Upper - next.Lower < far.Upper - far.Lower);
    }

    [Fact]
    public void Of_NothingResolved_SaysSo()
    {
        var lines = CoverageLine.Of(new CoverageRow(1, 0, double.NaN, double.NaN, double.NaN, double.NaN));
        Assert.All(lines, line => Assert.Equal("nothing resolved yet", line.Verdict));
    }
}
