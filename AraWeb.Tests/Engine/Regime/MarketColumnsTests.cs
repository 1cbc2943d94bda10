using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Regime;

public sealed class MarketColumnsTests : IDisposable
{
    private const int Seed = 11;
    private const int Count = 700;

    /// <summary>The bar from which the market moves plainly.</summary>
    private const int Calm = 600;

    private readonly MemoryBarStore _store = new();
    private readonly RegimeCache _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task DetectAsync_SourceWithAMarket_AddsItsFeaturesAndView()
    {
        await AddMarketAsync(Count);
        var report = (await DetectAsync(asOf: null)).Report;
        Assert.Equal(
            ["implied_volatility", "market_correlation", "breadth"],
            report.Features.Select(feature => feature.Name).Where(name => RegimeFeatures.IsOfMarket(RegimeFeatures.PositionOf(name))));
        Assert.Equal(RegimeReporter.MarketVersion, report.Detectors[^1].Id);
        Assert.Equal(1, report.Detectors[^1].Probabilities.Sum(), 9);

        // The index ends at 35; in the last bars the fund moves as the stock does, and eleven of the twelve members rise.
        Assert.Equal(Math.Log(35), Value(report, "implied_volatility"), 12);
        Assert.Equal(11.0 / 12, Value(report, "breadth"), 12);
        Assert.Equal(1, Value(report, "market_correlation"), 9);
    }

    [Fact]
    public async Task DetectAsync_SourceWithAMarket_NamesTheStateOfTheSymbolAlone()
    {
        var alone = await AddAsync("PHASES", Count);
        var before = (await DetectAsync(asOf: null)).Report;
        await AddMarketAsync(Count);
        var after = (await DetectAsync(asOf: null)).Report;
        Assert.Equal(before.Current, after.Current);
        Assert.Equal(before.Probabilities, after.Probabilities);
        Assert.Equal(Count, alone.Count);
    }

    [Fact]
    public async Task DetectAsync_AsOf_SeesNoLaterBarOfTheMarket()
    {
        await AddMarketAsync(Count);
        var then = SampleBars.Start.AddDays(500);
        var long500 = (await DetectAsync(then)).Report;
        var early = new MarketColumnsTests();
        await early.AddMarketAsync(500);
        var short500 = (await early.DetectAsync(then)).Report;
        early.Dispose();
        Assert.Equal(Value(short500, "breadth"), Value(long500, "breadth"));
        Assert.Equal(Value(short500, "market_correlation"), Value(long500, "market_correlation"));
        Assert.Equal(short500.Detectors[^1].Probabilities, long500.Detectors[^1].Probabilities);
    }

    [Fact]
    public async Task DetectAsync_FewInstruments_HasNoBreadth()
    {
        await AddAsync("PHASES", Count);
        for (var i = 0; i < 9; i++)
        {
            await AddAsync($"OTHER{i}", Count);
        }

        var report = (await DetectAsync(asOf: null)).Report;
        Assert.DoesNotContain(report.Features, feature => string.Equals(feature.Name, "breadth", StringComparison.Ordinal));
        Assert.Equal(2, report.Detectors.Count);
    }

    private static double Value(RegimeReport report, string name) =>
        report.Features.Single(feature => string.Equals(feature.Name, name, StringComparison.Ordinal)).Value;

    /// <summary>A stock, a fund of the market that moves as it does, an index of implied volatility, and twelve stocks.</summary>
    private async Task AddMarketAsync(int count)
    {
        await AddAsync("PHASES", count);
        await AddFundAsync(count);
        var index = Enumerable.Range(0, count).Select(t => Flat(t, t == Count - 1 ? 35 : 20 + (0.1 * (t % 7))));
        await AddAsync(BarSeries.FromBars(Symbol.Parse("VIX"), AssetClass.Index, Timeframe.OneDay, [.. index]));
        for (var i = 0; i < 12; i++)
        {
            var drift = i == 0 ? -0.001 : 0.001;
            var member = Enumerable.Range(0, count).Select(t =>
                Flat(t, (50 + i) * Math.Exp((drift * Math.Max(0, t - Calm)) + (0.05 * Math.Sin((Math.Min(t, Calm) + (7 * i)) * 0.05)))));
            await AddAsync(BarSeries.FromBars(Symbol.Parse($"MEMBER{i}"), AssetClass.Stock, Timeframe.OneDay, [.. member]));
        }
    }

    private static Bar Flat(int t, double price) => new(SampleBars.Start.AddDays(t), price, price * 1.001, price * 0.999, price, 1000);

    private Task<BarSeries> AddAsync(string symbol, int count)
    {
        var bars = RegimeBars.Daily(count, Seed);
        return AddAsync(BarSeries.FromBars(Symbol.Parse(symbol), AssetClass.Stock, Timeframe.OneDay, [.. Enumerable.Range(0, count).Select(t => bars[t])]));
    }

    /// <summary>Goes its own way, and at the end the stock's.</summary>
    private Task<BarSeries> AddFundAsync(int count)
    {
        var (own, stock) = (RegimeBars.Daily(Count, Seed + 1), RegimeBars.Daily(Count, Seed));
        var price = 100.0;
        var bars = new List<Bar>();
        for (var t = 0; t < count; t++)
        {
            var from = t < Calm ? own : stock;
            price *= t == 0 ? 1 : from[t].Close / from[t - 1].Close;
            bars.Add(Flat(t, price));
        }

        return AddAsync(BarSeries.FromBars(Symbol.Parse("SPY"), AssetClass.Etf, Timeframe.OneDay, bars));
    }

    private async Task<BarSeries> AddAsync(BarSeries bars)
    {
        await _store.WriteAsync(SampleBars.InstrumentOf(bars), bars, bars[bars.Count - 1].Time.AddDays(1), CancellationToken.None);
        return bars;
    }

    private Task<RegimeResult> DetectAsync(DateTimeOffset? asOf) => new RegimeService(_store, _cache, TimeProvider.System)
        .DetectAsync(new RegimeRequest(Symbol.Parse("PHASES"), Timeframe.OneDay, asOf), CancellationToken.None);
}
