using AraWeb.Components.Pages.Predictions;

namespace AraWeb.Tests.Web.Components;

public sealed class PastRowTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    // The sample's 80 % band reaches from -0.15 to 0.15 in log return: from 86.07 to 116.18 at a last close of 100.
    [Theory]
    [InlineData(100, "inside")]
    [InlineData(86.08, "inside")]
    [InlineData(116.19, "above")]
    [InlineData(86.06, "below")]
    [InlineData(double.NaN, "void")]
    public void Verdict_NextBar_SaysWhereItEnded(double close, string expected) =>
        Assert.Equal(expected, PastRow.Of(Sample.Entry(Day, 100, 3, [close]))!.Verdict);

    [Fact]
    public void Of_PartlyResolved_CountsWhatCame()
    {
        var row = PastRow.Of(Sample.Entry(Day, 100, 5, [100, 120, 110, double.NaN]))!;
        Assert.Equal((3, 2), (row.Resolved, row.Inside80));
    }

    [Fact]
    public void Verdict_NotDue_IsPending() => Assert.Equal("pending", PastRow.Of(Sample.Entry(Day, 100, 5, []))!.Verdict);

    [Fact]
    public void Of_NoHorizon_IsNull() => Assert.Null(PastRow.Of(Sample.Entry(Day, 100, 0, [])));
}
