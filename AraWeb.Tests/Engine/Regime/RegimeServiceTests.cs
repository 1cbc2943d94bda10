using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Regime;

public sealed class RegimeServiceTests : IDisposable
{
    private const int Seed = 7;

    private readonly MemoryBarStore _store = new();
    private readonly RegimeCache _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task DetectAsync_ManyBars_SaysWhatATrackSays()
    {
        var bars = await AddAsync(RegimeBars.Daily(900, Seed));
        var result = await DetectAsync(asOf: null);
        var (track, _) = RegimeBars.Walk(RegimeBars.Observations(bars));
        Assert.Equal(track.Current, result.Report.Current);
        Assert.Equal(track.Probabilities.ToArray(), result.Report.Probabilities);
        Assert.Equal(bars[899].Close, result.LastClose);
        Assert.Equal(900, result.Provenance.BarCount);
        Assert.Equal(bars[899].Time.AddDays(1), result.Provenance.DataAsOf);
        Assert.Equal(64, result.Provenance.InputsHash.Length);
        Assert.True(result.Provenance.IsSimulated);
    }

    [Fact]
    public async Task DetectAsync_AsOf_SeesNoLaterBar()
    {
        var bars = await AddAsync(RegimeBars.Daily(900, Seed));
        var then = await DetectAsync(bars[599].Time.AddDays(1));
        Assert.Equal(bars[599].Close, then.LastClose);
        var (track, _) = RegimeBars.Walk(RegimeBars.Observations(bars).Take(600));
        Assert.Equal(track.Current, then.Report.Current);
        Assert.Equal(track.BarsInRegime, then.Report.BarsInRegime);
    }

    [Fact]
    public async Task DetectAsync_Again_AnswersFromTheCacheUntilABarChanges()
    {
        await AddAsync(RegimeBars.Daily(400, Seed));
        var first = await DetectAsync(asOf: null);
        Assert.Same(first.Report, (await DetectAsync(asOf: null)).Report);
        await AddAsync(RegimeBars.Daily(401, Seed));
        var later = await DetectAsync(asOf: null);
        Assert.NotSame(first.Report, later.Report);
        Assert.NotEqual(first.Provenance.InputsHash, later.Provenance.InputsHash);
    }

    [Fact]
    public async Task DetectAsync_ThirtyBars_SaysHowManyItTakes()
    {
        await AddAsync(RegimeBars.Daily(30, Seed));
        var error = await Assert.ThrowsAsync<InsufficientDataException>(() => DetectAsync(asOf: null));
        Assert.Equal((30, RegimeTrack.RequiredBars), (error.Available, error.Required));
    }

    [Fact]
    public async Task DetectAsync_ConstantPrices_SaysThatNothingMoved()
    {
        var bars = Enumerable.Range(0, 400).Select(i => new Bar(SampleBars.Start.AddDays(i), 100, 100, 100, 100, 1)).ToList();
        await AddAsync(BarSeries.FromBars(Symbol.Parse("PHASES"), AssetClass.Crypto, Timeframe.OneDay, bars));
        var error = await Assert.ThrowsAsync<ModelException>(() => DetectAsync(asOf: null));
        Assert.Contains("do not move", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DetectAsync_MomentToCome_IsRefused()
    {
        await AddAsync(RegimeBars.Daily(400, Seed));
        var error = await Assert.ThrowsAsync<InputException>(() => DetectAsync(TimeProvider.System.GetUtcNow().AddDays(2)));
        Assert.Equal(RegimeRequest.AsOfName, error.Name);
    }

    [Fact]
    public async Task DetectAsync_UnknownSymbol_IsSaidSo() => await Assert.ThrowsAsync<UnknownSymbolException>(() => DetectAsync(asOf: null));

    private async Task<BarSeries> AddAsync(BarSeries bars)
    {
        await _store.WriteAsync(SampleBars.InstrumentOf(bars), bars, bars[bars.Count - 1].Time.AddDays(1), CancellationToken.None);
        return bars;
    }

    private Task<RegimeResult> DetectAsync(DateTimeOffset? asOf) => new RegimeService(_store, _cache, TimeProvider.System)
        .DetectAsync(new RegimeRequest(Symbol.Parse("PHASES"), Timeframe.OneDay, asOf), CancellationToken.None);
}
