using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Timeframes;
using AraWeb.Tests.Contracts;

namespace AraWeb.Tests.Engine.Features.Timeframes;

public sealed class ResamplerTests
{
    private static readonly DateTimeOffset Monday = new(2024, 7, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Timeframe.FourHours, 4)]
    [InlineData(Timeframe.OneDay, 24)]
    [InlineData(Timeframe.OneWeek, 168)]
    public void To_HoursOfACoin_JoinsWholeSpansOnly(Timeframe target, int hours)
    {
        // 400 hours from a Monday's midnight on.
        var bars = Hours(AssetClass.Crypto, Monday, 400);
        var longer = Resampler.To(bars, target);

        Assert.Equal(400 / hours, longer.Count);
        for (var i = 0; i < longer.Count; i++)
        {
            var part = bars.Slice(i * hours, hours);
            Assert.Equal(part.Times[0], longer.Times[i]);
            Assert.Equal((part.Open[0], part.Close[hours - 1]), (longer.Open[i], longer.Close[i]));
            Assert.Equal((part.High.ToArray().Max(), part.Low.ToArray().Min()), (longer.High[i], longer.Low[i]));
            Assert.Equal(part.Volume.ToArray().Sum(), longer.Volume[i], 6);
        }
    }

    [Fact]
    public void To_HoursOfAStock_CountFromTheOpenAndEndWithTheSession()
    {
        // Monday 2024-07-01 trades 13:30 to 20:00 UTC, Wednesday 2024-07-03 until 17:00, Thursday is a holiday.
        var starts = new List<DateTimeOffset>();
        foreach (var (day, count) in new[] { (0, 7), (1, 7), (2, 4), (4, 7) })
        {
            starts.AddRange(Enumerable.Range(0, count).Select(i => Monday.AddDays(day).AddHours(13.5 + i)));
        }

        var bars = At(AssetClass.Stock, Timeframe.OneHour, starts);
        var four = Resampler.To(bars, Timeframe.FourHours);
        Assert.Equal(
            ["07-01 13:30", "07-01 17:30", "07-02 13:30", "07-02 17:30", "07-03 13:30", "07-05 13:30", "07-05 17:30"],
            Stamps(four, "MM-dd HH:mm"));
        Assert.Equal(["07-01", "07-02", "07-03", "07-05"], Stamps(Resampler.To(bars, Timeframe.OneDay), "MM-dd"));
        Assert.Equal(["07-01"], Stamps(Resampler.To(bars, Timeframe.OneWeek), "MM-dd"));
    }

    [Fact]
    public void To_DaysOfAStock_MakesAWeekWhenItsLastSessionIsOver()
    {
        var days = new[] { 1, 2, 3, 5, 8, 9, 10, 11 }.Select(day => new DateTimeOffset(2024, 7, day, 0, 0, 0, TimeSpan.Zero));
        var weeks = Resampler.To(At(AssetClass.Stock, Timeframe.OneDay, days), Timeframe.OneWeek);
        Assert.Equal(["07-01"], Stamps(weeks, "MM-dd"));
    }

    [Theory]
    [InlineData(3, "07-02")]
    [InlineData(0, "07-01")]
    public void To_BeginningMissing_LeavesTheFirstSpanOut(int from, string first)
    {
        var bars = Hours(AssetClass.Crypto, Monday, 72);
        Assert.Equal(first, Stamps(Resampler.To(bars.Slice(from, 72 - from), Timeframe.OneDay), "MM-dd")[0]);
    }

    [Fact]
    public void To_AnyCut_LongerBarsAreThoseOfTheWholeSeries()
    {
        var bars = IndicatorBars.Wild(700);
        foreach (var target in new[] { Timeframe.FourHours, Timeframe.OneDay, Timeframe.OneWeek })
        {
            var whole = Resampler.To(bars, target);
            for (var length = 1; length <= bars.Count; length += 13)
            {
                var part = Resampler.To(bars.Slice(0, length), target);
                Assert.Equal(whole.Slice(0, part.Count).Close, part.Close);
                Assert.Equal(whole.Slice(0, part.Count).High, part.High);
                Assert.Equal(whole.KnownAt(bars[length - 1].Time.AddHours(1)).Count, part.Count);
            }
        }
    }

    [Fact]
    public void To_ShorterSpan_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Resampler.To(Hours(AssetClass.Crypto, Monday, 3), Timeframe.FiveMinutes));

    [Fact]
    public void Known_DaysSeenFromHours_AreThoseThatHaveClosed()
    {
        var hours = Hours(AssetClass.Crypto, Monday, 50);
        var days = Resampler.To(hours, Timeframe.OneDay);
        var known = TimeframeAlignment.Known(hours, days);

        // The hour from 23:00 closes together with its day.
        Assert.Equal((-1, 0, 0, 1), (known[22], known[23], known[46], known[47]));
        var aligned = TimeframeAlignment.Align(days.Close, known);
        Assert.Equal((double.NaN, hours.Close[23]), (aligned[22], aligned[23]));
    }

    private static string[] Stamps(BarSeries bars, string format) =>
        [.. Enumerable.Range(0, bars.Count).Select(i => bars[i].Time.ToString(format, System.Globalization.CultureInfo.InvariantCulture))];

    private static BarSeries Hours(AssetClass assetClass, DateTimeOffset start, int count) =>
        At(assetClass, Timeframe.OneHour, Enumerable.Range(0, count).Select(i => start.AddHours(i)));

    private static BarSeries At(AssetClass assetClass, Timeframe timeframe, IEnumerable<DateTimeOffset> starts)
    {
        var wild = IndicatorBars.Wild(700);
        return BarSeries.FromBars(Symbol.Parse("SAMPLE"), assetClass, timeframe, [.. starts.Select((start, i) => wild[i] with { Time = start })]);
    }
}
