using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Tests.Engine.Providers.Validation;

/// <summary>Defects of order and of whole stretches.</summary>
public sealed class SeriesChecksTests
{
    [Fact]
    public void Examine_UnorderedRows_AreSortedAndNamed()
    {
        var rows = BarRows.Calm(20);
        (rows.Rows[4], rows.Rows[9]) = (rows.Rows[9], rows.Rows[4]);

        var bars = rows.Examine();

        Assert.Equal(BarRows.Calm(20).Examine().Series.Close.ToArray(), bars.Series.Close.ToArray());
        Assert.Equal([new DefectCount(DefectKind.Unordered, DefectSeverity.Repaired, 5)], bars.Log.Counts);
    }

    [Theory]
    [InlineData(0, "with the same values")]
    [InlineData(0.01, "with other values")]
    public void Examine_Duplicate_TheLaterRowCounts(double change, string words)
    {
        var rows = BarRows.Calm(20);
        var later = rows.Rows[9] with { Close = rows.Rows[9].Close * (1 + change), High = rows.Rows[9].High * (1 + change), Row = 22 };
        rows.Rows.Add(later);

        var bars = rows.Examine();

        Assert.Equal((20, later.Close), (bars.Series.Count, bars.Series.Close[9]));
        var duplicate = Assert.Single(bars.Log.Defects, defect => defect.Kind == DefectKind.Duplicate);
        Assert.Equal((DefectSeverity.Dropped, 11), (duplicate.Severity, duplicate.Row));
        Assert.Contains(words, duplicate.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Examine_MissingSessions_AreCounted()
    {
        var rows = BarRows.Calm(20);
        rows.Rows.RemoveRange(5, 3);

        var defect = Assert.Single(rows.Examine().Log.Defects);

        Assert.Equal((DefectKind.Gap, DefectSeverity.Suspicious, 10), (defect.Kind, defect.Severity, defect.Row));
        Assert.Equal("3 bars are missing before this one.", defect.Message);
    }

    [Fact]
    public void Examine_LongGap_IsCountedWhole()
    {
        var rows = BarRows.Calm(2, AssetClass.Crypto);
        rows.With(1, bar => bar with { Time = rows.Rows[0].Time + (1000L * 86_400_000) });

        Assert.Equal("999 bars are missing before this one.", Assert.Single(rows.Examine().Log.Defects).Message);
    }

    [Fact]
    public void Examine_StampOnAHoliday_IsMarked()
    {
        var holiday = new DateTimeOffset(2024, 1, 15, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var rows = BarRows.Calm(20);
        rows.Rows.Insert(9, rows.Rows[8] with { Time = holiday, Open = rows.Rows[8].Close });

        var defect = Assert.Single(rows.Examine().Log.Defects);

        Assert.Equal(DefectKind.OutsideCalendar, defect.Kind);
        Assert.Contains("Monday 2024-01-15", defect.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    public void Examine_SamePricesInARow_AreMarkedFromFiveOn(int length, int expected)
    {
        var rows = BarRows.Calm(20);
        for (var i = 1; i < length; i++)
        {
            rows.With(5 + i, bar => rows.Rows[5] with { Time = bar.Time, Row = bar.Row });
        }

        var stale = rows.Examine().Log.Defects.Where(defect => defect.Kind == DefectKind.StaleRun).ToList();

        Assert.Equal(expected, stale.Count);
        Assert.All(stale, defect => Assert.Equal((7, "5 bars in a row have the same prices, up to row 11."), (defect.Row, defect.Message)));
    }

    [Theory]
    [InlineData(AssetClass.Stock, 1)]
    [InlineData(AssetClass.Forex, 0)]
    public void Examine_VolumeStopsForAWeek_IsMarkedWhereThereShouldBeSome(AssetClass assetClass, int expected)
    {
        var rows = BarRows.Calm(20, assetClass);
        for (var i = 5; i < 10; i++)
        {
            rows.With(i, bar => bar with { Volume = 0 });
        }

        var runs = rows.Examine().Log.Defects;

        Assert.Equal(expected, runs.Count);
        Assert.All(runs, defect => Assert.Equal((DefectKind.ZeroVolumeRun, 7), (defect.Kind, defect.Row)));
    }

    [Fact]
    public void Examine_NoVolumeAtAll_IsSaidOnce()
    {
        var defect = Assert.Single(BarRows.Calm(20).WithAllFrom(0, bar => bar with { Volume = 0 }).Examine().Log.Defects);

        Assert.Equal((DefectKind.NoVolume, 0), (defect.Kind, defect.Row));
    }

    [Fact]
    public void Examine_StampInTheFuture_IsMarkedAsDropped()
    {
        var future = BarRows.Now.AddYears(3).ToUnixTimeMilliseconds();

        var defect = Assert.Single(BarRows.Calm(20).With(19, bar => bar with { Time = future }).Examine().Log.Defects);

        Assert.Equal((DefectKind.Future, DefectSeverity.Dropped, 21), (defect.Kind, defect.Severity, defect.Row));
    }

    [Fact]
    public void Counts_MoreThanTheListHolds_CountsAll()
    {
        var bars = BarRows.Calm(200).WithAllFrom(0, bar => bar with { Volume = double.NaN }).Examine();

        Assert.Equal(200, bars.Log.Counts.Single(count => count.Kind == DefectKind.UnreadableVolume).Count);
        Assert.Equal(DefectLog.ListedPerKind, bars.Log.Defects.Count(defect => defect.Kind == DefectKind.UnreadableVolume));
    }
}
