using System.Text;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Local;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Tests.Engine.Providers.Local;

public sealed class CsvBarReaderTests
{
    [Theory]
    [InlineData("timestamp,open,high,low,close,volume\n2024-01-02,1,4,0.5,2,100\n")]
    [InlineData("Date,Open,High,Low,Close,Adj Close,Volume\r\n2024-01-02,1,4,0.5,2,1.9,100\r\n")]
    [InlineData("\uFEFFVOLUME, close ,\"low\",'high',OPEN,DateTime\n100, 2 ,\"0.5\",4,1,2024-01-02 00:00:00")]
    [InlineData("name,time,open,high,low,close,volume\n\"Apple, Inc.\",1704153600,1,4,0.5,2,100\n\n\n")]
    public void Read_AnyOrderAndCase_GivesTheSameBar(string text)
    {
        var raw = Read(text, AssetClass.Stock, Timeframe.OneDay);

        var bar = Assert.Single(Enumerable.Range(0, raw.Count).Select(i => raw[i]));
        var time = new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        Assert.Equal(new RawBar(time, 1, 4, 0.5, 2, 100, 2), bar);
        Assert.Equal(1, raw.RowsRead);
    }

    [Theory]
    [InlineData("timestamp,open,high,close,volume", "low")]
    [InlineData("open,high,low,close,volume", "timestamp")]
    [InlineData("symbol,sector", "timestamp, open, high, low, close")]
    [InlineData("", "timestamp, open, high, low, close")]
    [InlineData("date,time,open,high,low,close", "timestamp (date and time of day in one column)")]
    public void ReadHeader_MissingColumns_NamesThem(string line, string missing) =>
        Assert.Equal(missing, string.Join(", ", CsvHeader.Read(Encoding.UTF8.GetBytes(line)).Missing));

    [Fact]
    public void Read_NoVolumeColumn_TakesZero()
    {
        var raw = Read("date,open,high,low,close\n2024-01-02,1,1,1,1\n", AssetClass.Stock, Timeframe.OneDay);

        Assert.False(raw.HasVolume);
        Assert.Equal(0, raw[0].Volume);
    }

    [Fact]
    public void Read_ShortRow_LeavesTheRestUnknown()
    {
        var raw = Read("date,open,high,low,close,volume\n2024-01-02,1,2\n", AssetClass.Stock, Timeframe.OneDay);

        Assert.Equal((1, 2), (raw[0].Open, raw[0].High));
        Assert.True(double.IsNaN(raw[0].Low) && double.IsNaN(raw[0].Close) && double.IsNaN(raw[0].Volume));
    }

    [Fact]
    public void Read_UnreadableStamp_IsNotedWithItsRow()
    {
        var raw = Read("date,open,high,low,close,volume\n2024-01-02,1,1,1,1,1\nyesterday,1,1,1,1,1\n", AssetClass.Stock, Timeframe.OneDay);

        var defect = Assert.Single(raw.Log.Defects);
        Assert.Equal((DefectKind.UnreadableStamp, DefectSeverity.Dropped, 3), (defect.Kind, defect.Severity, defect.Row));
        Assert.Equal((1, 2), (raw.Count, raw.RowsRead));
    }

    [Theory]
    [InlineData(AssetClass.Forex, "2024-06-09T21:00:00Z", "2024-06-10")] // a broker's day begins on the evening before
    [InlineData(AssetClass.Forex, "2024-06-10T00:00:00Z", "2024-06-10")]
    [InlineData(AssetClass.Stock, "2024-06-10T04:00:00Z", "2024-06-10")] // midnight in New York
    [InlineData(AssetClass.Stock, "2024-06-10T20:00:00Z", "2024-06-10")] // the close
    [InlineData(AssetClass.Crypto, "2024-06-10T23:59:59Z", "2024-06-10")]
    public void Read_DailyStampWithTimeOfDay_BecomesTheSessionsDate(AssetClass assetClass, string stamp, string expected)
    {
        var raw = Read($"date,open,high,low,close,volume\n{stamp},1,1,1,1,1\n", assetClass, Timeframe.OneDay);

        Assert.Equal(new DateTimeOffset(DateOnly.Parse(expected), TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds(), raw[0].Time);
        var isMidnight = stamp.EndsWith("T00:00:00Z", StringComparison.Ordinal);
        Assert.Equal(isMidnight ? [] : [new DefectCount(DefectKind.TimeOfDay, DefectSeverity.Repaired, 1)], raw.Log.Counts);
    }

    private static RawBars Read(string text, AssetClass assetClass, Timeframe timeframe)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return CsvBarReader.Read(content, CsvBarReader.ReadHeader(content), assetClass, timeframe);
    }
}
