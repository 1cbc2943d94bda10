using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Local;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Local;

/// <summary>The clock's side of the demo market, early in its history so that little has to be simulated.</summary>
public sealed class DemoMarketProviderTests
{
    // A Wednesday, half a minute into a minute of the New York session.
    private readonly ManualTime _time = new(new DateTimeOffset(2021, 4, 14, 15, 7, 30, TimeSpan.Zero));
    private readonly DemoMarketProvider _demo;

    public DemoMarketProviderTests() => _demo = new DemoMarketProvider(1, _time);

    [Fact]
    public async Task ListAsync_All_AreLabelledSimulated()
    {
        var listed = await _demo.ListAsync(CancellationToken.None);

        Assert.Equal((5, 1, 4, 3), (Count(AssetClass.Stock), Count(AssetClass.Index), Count(AssetClass.Crypto), Count(AssetClass.Forex)));
        Assert.All(listed, x => Assert.True(x.IsSimulated && x.Source == "demo" && x.Symbol.Text.EndsWith(".SIM", StringComparison.Ordinal), x.ToString()));
        Assert.True(_demo.IsSimulated);

        int Count(AssetClass assetClass) => listed.Count(instrument => instrument.AssetClass == assetClass);
    }

    [Theory]
    [InlineData("NOVA.SIM", "2021-04-14T15:06:00Z", "2021-04-14T14:30:00Z", "2021-04-13T00:00:00Z")]
    [InlineData("ORBO.SIM", "2021-04-14T15:06:00Z", "2021-04-14T14:00:00Z", "2021-04-13T00:00:00Z")]
    [InlineData("ELDVAR.SIM", "2021-04-14T15:06:00Z", "2021-04-14T14:00:00Z", "2021-04-13T00:00:00Z")]
    public async Task ReadAsync_Now_EndsWithTheLastFinishedBar(string symbol, string minute, string hour, string day)
    {
        // The hour of shares counts from 13:30 UTC, so the one of 14:30 is not finished.
        var lastHour = symbol == "NOVA.SIM" ? DateTimeOffset.Parse(hour).AddHours(-1) : DateTimeOffset.Parse(hour);

        Assert.Equal(DateTimeOffset.Parse(minute), (await LastAsync(symbol, Timeframe.OneMinute)).Time);
        Assert.Equal(lastHour, (await LastAsync(symbol, Timeframe.OneHour)).Time);
        Assert.Equal(DateTimeOffset.Parse(day), (await LastAsync(symbol, Timeframe.OneDay)).Time);
    }

    [Fact]
    public async Task ReadAsync_MinutePasses_OneBarIsAddedWhereTheMarketIsOpen()
    {
        var before = await LastAsync("NOVA.SIM", Timeframe.OneMinute);

        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(before, await LastAsync("NOVA.SIM", Timeframe.OneMinute));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(before.Time.AddMinutes(1), (await LastAsync("NOVA.SIM", Timeframe.OneMinute)).Time);

        // At night only coins and pairs move.
        _time.Advance(TimeSpan.FromHours(8));
        Assert.Equal(new DateTimeOffset(2021, 4, 14, 19, 59, 0, TimeSpan.Zero), (await LastAsync("NOVA.SIM", Timeframe.OneMinute)).Time);
        Assert.Equal(_time.GetUtcNow().AddMinutes(-1), (await LastAsync("ORBO.SIM", Timeframe.OneMinute)).Time);
        Assert.Equal(_time.GetUtcNow().AddMinutes(-1), (await LastAsync("ELDVAR.SIM", Timeframe.OneMinute)).Time);

        // On Saturday only coins do.
        _time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(new DateTimeOffset(2021, 4, 16, 20, 59, 0, TimeSpan.Zero), (await LastAsync("ELDVAR.SIM", Timeframe.OneMinute)).Time);
        Assert.Equal(_time.GetUtcNow().AddMinutes(-1), (await LastAsync("ORBO.SIM", Timeframe.OneMinute)).Time);
    }

    [Fact]
    public async Task ReadAsync_Later_NeverChangesEarlierBars()
    {
        var time = new ManualTime(new DateTimeOffset(2021, 2, 12, 20, 58, 59, TimeSpan.Zero));
        var demo = new DemoMarketProvider(1, time);
        var seen = await AllBarsAsync(demo);
        foreach (var minutes in new[] { 1, 29, 333, 1440, 2881, 7000, 20_000 })
        {
            time.Advance(TimeSpan.FromMinutes(minutes));

            var later = await AllBarsAsync(demo);

            var fresh = await AllBarsAsync(new DemoMarketProvider(1, time));
            foreach (var (series, bars) in later)
            {
                Assert.Equal(fresh[series], bars);
                Assert.Equal(seen[series].Where(bar => bar.Time >= bars[0].Time), bars.TakeWhile(bar => bar.Time <= seen[series][^1].Time));
            }

            seen = later;
        }
    }

    [Fact]
    public async Task ReadAsync_Windows_AreSixtyDaysOfHoursAndTenOfMinutes()
    {
        Assert.Equal(new DateTimeOffset(2021, 4, 4, 0, 0, 0, TimeSpan.Zero), (await BarsAsync(_demo, "ORBO.SIM", Timeframe.OneMinute))[0].Time);
        Assert.Equal(new DateTimeOffset(2021, 2, 13, 0, 0, 0, TimeSpan.Zero), (await BarsAsync(_demo, "ORBO.SIM", Timeframe.OneHour))[0].Time);
        Assert.Equal(new DateTimeOffset(2021, 1, 4, 0, 0, 0, TimeSpan.Zero), (await BarsAsync(_demo, "ORBO.SIM", Timeframe.OneDay))[0].Time);
    }

    [Fact]
    public async Task ReadAsync_OtherTimeframe_SaysWhichThereAre()
    {
        var query = new BarQuery(Symbol.Parse("NOVA.SIM"), Timeframe.FourHours);

        var error = await Assert.ThrowsAsync<UnknownSymbolException>(async () => await _demo.ReadAsync(query, CancellationToken.None));

        Assert.Equal("It has 1m, 1h, 1d.", error.Advice);
    }

    [Fact]
    public async Task ReadAsync_FirstBars_AreWhatDatabasesHold()
    {
        // A database keeps the simulated past, so another build must not tell another one. These prices were read from the first build.
        var bars = await BarsAsync(new DemoMarketProvider(2021, _time), "NOVA.SIM", Timeframe.OneDay);

        Assert.Equal(new Bar(new DateTimeOffset(2021, 1, 4, 0, 0, 0, TimeSpan.Zero), 84.69, 84.82, 83.87, 84.47, 2405797), bars[0]);
        Assert.Equal(new Bar(new DateTimeOffset(2021, 4, 13, 0, 0, 0, TimeSpan.Zero), 104.99, 105.36, 104.47, 104.72, 1840791), bars[^1]);
    }

    private async Task<Bar> LastAsync(string symbol, Timeframe timeframe) => (await BarsAsync(_demo, symbol, timeframe))[^1];

    private static async Task<Dictionary<(string Symbol, Timeframe Timeframe), List<Bar>>> AllBarsAsync(DemoMarketProvider demo)
    {
        var bars = new Dictionary<(string, Timeframe), List<Bar>>();
        foreach (var symbol in new[] { "NOVA.SIM", "DEMO.SIM", "ORBO.SIM", "ELDVAR.SIM" })
        {
            foreach (var timeframe in new[] { Timeframe.OneMinute, Timeframe.OneHour, Timeframe.OneDay })
            {
                bars[(symbol, timeframe)] = await BarsAsync(demo, symbol, timeframe);
            }
        }

        return bars;
    }

    private static async Task<List<Bar>> BarsAsync(DemoMarketProvider demo, string symbol, Timeframe timeframe)
    {
        var series = await demo.ReadAsync(new BarQuery(Symbol.Parse(symbol), timeframe), CancellationToken.None);
        return [.. Enumerable.Range(0, series.Count).Select(i => series[i])];
    }
}
