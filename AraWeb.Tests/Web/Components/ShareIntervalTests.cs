using AraWeb.Components.Controls;

namespace AraWeb.Tests.Web.Components;

public sealed class ShareIntervalTests
{
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score method without continuity correction).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_PublishedCases_AreMet(int hits, int count, double lower, double upper)
    {
        var interval = ShareInterval.Wilson((double)hits / count, count);

        Assert.NotNull(interval);
        Assert.Equal(lower, interval.Value.Lower, 4);
        Assert.Equal(upper, interval.Value.Upper, 4);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(double.NaN, 10)]
    [InlineData(0.5, double.NaN)]
    public void Wilson_NothingKnown_IsNull(double share, double count) => Assert.Null(ShareInterval.Wilson(share, count));
}
