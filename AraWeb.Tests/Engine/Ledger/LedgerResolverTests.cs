using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Ledger;

public sealed class LedgerResolverTests
{
    private static readonly DateTimeOffset Bar = Entries.LastBar;

    private readonly MemoryLedger _ledger = new();
    private readonly FakeBars _bars = new() { ["OTHER", Bar] = 1 };
    private readonly ManualTime _time = new(Bar.AddDays(1).AddHours(1));

    [Fact]
    public async Task Resolve_BarByBar_DecidesExactlyAtTheHthBar()
    {
        await AppendAsync(Entries.Make("BTCUSD", Bar, 1, 3));
        _bars["BTCUSD", Bar] = 100;
        Assert.Empty(await ResolveAsync());

        _bars["BTCUSD", Bar.AddDays(1)] = 102;
        Assert.Equal([new ResolvedSeries(Symbol.Parse("BTCUSD"), Timeframe.OneDay, 1, 0)], await ResolveAsync());
        _time.Advance(TimeSpan.FromDays(3));
        _bars["BTCUSD", Bar.AddDays(2)] = 90;
        Assert.Empty(await ResolveAsync());
        Assert.Equal(102, Horizon(0, 1).Outcome!.Close, 12);
        Assert.Null(Horizon(0, 3).Outcome);

        _bars["BTCUSD", Bar.AddDays(3)] = 105;
        Assert.Single(await ResolveAsync());
        Assert.Empty(await ResolveAsync());

        var outcome = Horizon(0, 3).Outcome!;
        Assert.Equal((OutcomeState.Resolved, _time.GetUtcNow()), (outcome.State, outcome.DecidedAt));
        Assert.Equal(Math.Log(1.05), outcome.Return, 12);
        Assert.Equal(105, outcome.Close, 12);
    }

    [Fact]
    public async Task Resolve_SeriesWithGaps_CountsBarsNotDays()
    {
        await AppendAsync(Entries.Make("BTCUSD", Bar, 2));
        _bars["BTCUSD", Bar] = 100;
        _bars["BTCUSD", Bar.AddDays(4)] = 50;
        _bars["BTCUSD", Bar.AddDays(6)] = 110;
        _time.Advance(TimeSpan.FromDays(7));

        await ResolveAsync();

        Assert.Equal(Math.Log(1.1), Horizon(0, 2).Outcome!.Return, 12);
    }

    [Fact]
    public async Task Resolve_Crps_IsTwiceTheMeanPinballLoss()
    {
        await AppendAsync(Entries.Make("BTCUSD", Bar, 1));
        _bars["BTCUSD", Bar] = 100;
        _bars["BTCUSD", Bar.AddDays(1)] = 100 * Math.Exp(0.0123);
        _time.Advance(TimeSpan.FromDays(2));

        await ResolveAsync();

        // Trapezoid over the nine levels, ends held constant; computed apart in Python from the quantiles of Entries.Make.
        Assert.Equal(0.007331675, Horizon(0, 1).Outcome!.Crps, 9);
    }

    [Fact]
    public async Task Resolve_PricesRestatedSince_MeasuresTheReturnOnOneScale()
    {
        await AppendAsync(Entries.Make("BTCUSD", Bar, 1));
        _bars["BTCUSD", Bar] = 25;
        _bars["BTCUSD", Bar.AddDays(1)] = 26;
        _time.Advance(TimeSpan.FromDays(2));

        await ResolveAsync();

        var outcome = Horizon(0, 1).Outcome!;
        Assert.Equal(Math.Log(26.0 / 25), outcome.Return, 12);
        Assert.Equal(104, outcome.Close, 12);
    }

    [Theory]
    [InlineData(41, OutcomeState.Resolved)]
    [InlineData(42, OutcomeState.Void)]
    public async Task Resolve_BarComesLate_IsVoidBeyondTheGrace(int day, OutcomeState expected)
    {
        // Due on day 1; forty days of grace.
        await AppendAsync(Entries.Make("BTCUSD", Bar, 1));
        _bars["BTCUSD", Bar] = 100;
        _bars["BTCUSD", Bar.AddDays(day)] = 101;
        _time.Advance(TimeSpan.FromDays(50));

        var series = Assert.Single(await ResolveAsync());

        Assert.Equal(expected, Horizon(0, 1).Outcome!.State);
        Assert.Equal(expected == OutcomeState.Void ? (0, 1) : (1, 0), (series.Resolved, series.Void));
    }

    [Fact]
    public async Task Resolve_SeriesMovedOnWithTooFewBars_IsVoid()
    {
        await AppendAsync(Entries.Make("BTCUSD", Bar, 2, 3));
        _bars["BTCUSD", Bar] = 100;
        _bars["BTCUSD", Bar.AddDays(2)] = 101;
        _bars["BTCUSD", Bar.AddDays(43)] = 102;
        _time.Advance(TimeSpan.FromDays(45));

        await ResolveAsync();

        // Day 43 is too late for two bars, due on day 2; for three bars, due on day 3, a bar of the same day could still come.
        Assert.Equal(OutcomeState.Void, Horizon(0, 2).Outcome!.State);
        Assert.True(double.IsNaN(Horizon(0, 2).Outcome!.Return));
        Assert.Null(Horizon(0, 3).Outcome);
    }

    [Fact]
    public async Task Resolve_SeriesStandsStill_WaitsAYear()
    {
        await AppendAsync(Entries.Make("BTCUSD", Bar, 1));
        _bars["BTCUSD", Bar] = 100;
        _time.Advance(TimeSpan.FromDays(364));
        Assert.Empty(await ResolveAsync());

        _time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, Assert.Single(await ResolveAsync()).Void);
    }

    [Fact]
    public async Task Resolve_SymbolVanished_IsVoidAfterTheGrace()
    {
        await AppendAsync(Entries.Make("BTCUSD", Bar, 1));
        _time.Advance(TimeSpan.FromDays(39));
        Assert.Empty(await ResolveAsync());
        _time.Advance(TimeSpan.FromDays(2));
        _bars.Remove("OTHER");
        Assert.Empty(await ResolveAsync());

        _bars["BTCUSD@KRAKEN", Bar] = 1;
        _bars["BTCUSD@KRAKEN", Bar.AddDays(1)] = 1;

        Assert.Equal(1, Assert.Single(await ResolveAsync()).Void);
        Assert.Equal(OutcomeState.Void, Horizon(0, 1).Outcome!.State);
    }

    [Fact]
    public async Task Resolve_IssuedOnOldPrices_WaitsFromTheIssue()
    {
        await AppendAsync(Entries.Make("BTCUSD", Bar, 1) with { IssuedAt = Bar.AddYears(3) });
        _bars["BTCUSD", Bar] = 100;
        _time.Advance(Bar.AddYears(3).AddDays(100) - _time.GetUtcNow());
        Assert.Empty(await ResolveAsync());

        _bars["BTCUSD", Bar.AddDays(1)] = 101;

        Assert.Equal(1, Assert.Single(await ResolveAsync()).Resolved);
    }

    [Fact]
    public async Task Resolve_ManyEntriesThatWait_DoNotHoldUpOthers()
    {
        for (var i = 0; i < 900; i++)
        {
            await AppendAsync(Entries.Make($"STILL{i}", Bar, 1));
            _bars[$"STILL{i}", Bar] = 100;
        }

        await AppendAsync(Entries.Make("BTCUSD", Bar, 1));
        _bars["BTCUSD", Bar] = 100;
        _bars["BTCUSD", Bar.AddDays(1)] = 101;
        _time.Advance(TimeSpan.FromDays(5));

        var series = Assert.Single(await ResolveAsync());

        Assert.Equal("BTCUSD", series.Symbol.Text);
        Assert.InRange(_ledger.Reads, 2, 6);
    }

    [Fact]
    public async Task Resolve_Cancelled_Stops()
    {
        await AppendAsync(Entries.Make("BTCUSD", Bar, 1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new LedgerResolver(_ledger, _bars, _time).ResolveDueAsync(new CancellationToken(canceled: true)));
    }

    private async Task AppendAsync(ForecastEntry entry) => await _ledger.AppendAsync(entry, CancellationToken.None);

    private Task<IReadOnlyList<ResolvedSeries>> ResolveAsync() =>
        new LedgerResolver(_ledger, _bars, _time).ResolveDueAsync(CancellationToken.None);

    private FrozenHorizon Horizon(int entry, int bars) => _ledger.Entries[entry].Horizons.Single(horizon => horizon.Bars == bars);
}
