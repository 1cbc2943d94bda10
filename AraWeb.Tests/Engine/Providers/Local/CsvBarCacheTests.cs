using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Local;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Tests.Engine.Providers.Local;

public sealed class CsvBarCacheTests
{
    private static readonly DateTime Changed = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly CsvBarCache _cache = new();

    [Fact]
    public void Find_UnchangedFile_GivesItsBars()
    {
        var bars = Bars(100);
        _cache.Keep("a", 1, Changed, bars);

        Assert.Same(bars, _cache.Find("a", 1, Changed));
        Assert.Null(_cache.Find("a", 2, Changed));
        Assert.Null(_cache.Find("a", 1, Changed.AddSeconds(1)));
        Assert.Null(_cache.Find("b", 1, Changed));
    }

    [Fact]
    public void Keep_BeyondTheBound_ForgetsTheLeastRecentlyUsed()
    {
        var third = CsvBarCache.MaxBars / 3;
        _cache.Keep("a", 1, Changed, Bars(third));
        _cache.Keep("b", 1, Changed, Bars(third));
        _cache.Keep("c", 1, Changed, Bars(third));
        Assert.NotNull(_cache.Find("a", 1, Changed));

        _cache.Keep("d", 1, Changed, Bars(third));

        Assert.Null(_cache.Find("b", 1, Changed));
        Assert.NotNull(_cache.Find("a", 1, Changed));
        Assert.NotNull(_cache.Find("d", 1, Changed));
    }

    [Fact]
    public void Keep_FileLargerThanTheBound_KeepsItsNewestBarsOnly()
    {
        var bars = Bars(CsvBarCache.MaxBars + 1);

        _cache.Keep("a", 1, Changed, bars);

        Assert.Null(_cache.Find("a", 1, Changed));
        var tail = _cache.FindTail("a", 1, Changed, bars.Series[bars.Series.Count - 3].Time);
        Assert.Equal(CsvBarCache.TailBars, tail!.Count);
        Assert.Equal(bars.Series[bars.Series.Count - 1], tail[tail.Count - 1]);
        Assert.Null(_cache.FindTail("a", 1, Changed, bars.Series[0].Time));
        Assert.Null(_cache.FindTail("a", 2, Changed, bars.Series[bars.Series.Count - 3].Time));
    }

    [Fact]
    public void Keep_Again_ReplacesAndCountsOnce()
    {
        var half = CsvBarCache.MaxBars / 2;
        for (var round = 0; round < 5; round++)
        {
            _cache.Keep("a", round, Changed, Bars(half));
            _cache.Keep("b", round, Changed, Bars(half));
        }

        Assert.NotNull(_cache.Find("a", 4, Changed));
        Assert.NotNull(_cache.Find("b", 4, Changed));
    }

    private static ValidatedBars Bars(int count)
    {
        var columns = new BarColumns(count);
        for (var i = 0; i < count; i++)
        {
            columns.Times[i] = 60_000L * i;
        }

        return new ValidatedBars(BarSeries.FromColumns(Symbol.Parse("A"), AssetClass.Crypto, Timeframe.OneMinute, columns), count, new DefectLog());
    }
}
