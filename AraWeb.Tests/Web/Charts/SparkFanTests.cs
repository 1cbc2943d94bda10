using AraWeb.Components.Charts;
using AraWeb.Tests.Web.Components;

namespace AraWeb.Tests.Web.Charts;

public sealed class SparkFanTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    // Prices 10 to 20 over a height of 40 with one unit of air: 20 lies at 1, 10 at 39, 15 at 20. Three closes lie at 0, 80 and 160.
    [Fact]
    public void Of_ClosesAlone_FillTheDrawing()
    {
        var spark = SparkFan.Of([10, 20, 15], forecast: null)!;

        Assert.Equal("0,39 80,1 160,20", spark.Line);
        Assert.Equal(string.Empty, spark.Band);
        Assert.Equal(string.Empty, spark.Median);
    }

    // 80 % band of the sample: 100 exp(-0.15) = 86.07 to 100 exp(0.15) = 116.18, which become the lowest and the highest price.
    // The last close 100 lies at 1 + (116.18 - 100) / (116.18 - 86.07) * 38 = 21.4.
    [Fact]
    public void Of_Forecast_OpensABandAtTheLastClose()
    {
        var spark = SparkFan.Of([90, 100], Sample.Forecast(Day, 100, Sample.Bands(0.1, 0.15, 0.2)))!;

        Assert.Equal("80,21.4 160,1 160,39 80,21.4", spark.Band);
        Assert.Equal("80,21.4 160,21.4", spark.Median);
        Assert.StartsWith("0,34", spark.Line);
        Assert.EndsWith("80,21.4", spark.Line);
    }

    [Fact]
    public void Of_UnchangedPrice_LiesInTheMiddle() => Assert.Equal("0,20 160,20", SparkFan.Of([5, 5], forecast: null)!.Line);

    [Fact]
    public void Of_OneClose_IsNull() => Assert.Null(SparkFan.Of([5], forecast: null));
}
