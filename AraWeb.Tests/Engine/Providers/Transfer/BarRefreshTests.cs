using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Local;
using AraWeb.Engine.Providers.Transfer;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Transfer;

public sealed class BarRefreshTests
{
    private static readonly Symbol Coin = Symbol.Parse("COIN");

    private readonly MemoryBarStore _store = new();
    private readonly ListProvider _first = new("one", "COIN");
    private readonly ListProvider _second = new("two", "OTHER");
    private readonly BarRefresh _refresh;

    public BarRefreshTests()
    {
        _first.Closes.AddRange([10, 11, 12, 13, 14]);
        _second.Closes.AddRange([20, 21]);
        _refresh = new BarRefresh([_first, _second], _store, new ManualTime());
    }

    [Fact]
    public async Task RefreshAsync_EmptyStore_TakesEverything()
    {
        var shares = new List<double>();

        var report = await _refresh.RefreshAsync(new ImmediateProgress(shares), CancellationToken.None);

        Assert.Equal(
            [
                new RefreshedBars(Coin, Timeframe.OneDay, 5, ListProvider.Start.AddDays(4)),
                new RefreshedBars(Symbol.Parse("OTHER"), Timeframe.OneDay, 2, ListProvider.Start.AddDays(1)),
            ],
            report.Changed);
        Assert.Empty(report.Failures);
        Assert.Equal([0.5, 1], shares);
        Assert.Null(_first.Queries[0].From);
    }

    [Fact]
    public async Task RefreshAsync_NewBar_AsksForItWithASmallOverlap()
    {
        await RefreshAllAsync();
        _first.Closes.Add(15);

        var report = await RefreshAllAsync();

        Assert.Equal([new RefreshedBars(Coin, Timeframe.OneDay, 1, ListProvider.Start.AddDays(5))], report.Changed);
        Assert.Equal(ListProvider.Start.AddDays(1), _first.Queries[^1].From);
    }

    [Fact]
    public async Task RefreshAsync_RevisedBar_IsWritten()
    {
        await RefreshAllAsync();
        _first.Closes[3] = 13.5;

        var report = await RefreshAllAsync();

        Assert.Equal(1, Assert.Single(report.Changed).Count);
        Assert.Equal(13.5, (await _store.ReadAsync(new BarQuery(Coin, Timeframe.OneDay), CancellationToken.None)).Close[3]);
    }

    [Fact]
    public async Task RefreshAsync_NothingNew_StopsWriting()
    {
        await RefreshAllAsync();
        await RefreshAllAsync();
        var writes = _store.Writes;

        var report = await RefreshAllAsync();

        Assert.Empty(report.Changed);
        Assert.Equal(writes, _store.Writes);
    }

    [Fact]
    public async Task RefreshAsync_OneProviderFails_TheOthersGoOn()
    {
        _first.Failure = new DataProviderException("The line is dead.", "Mend it.");

        var report = await RefreshAllAsync();

        Assert.Equal("COIN 1d: The line is dead. Mend it.", Assert.Single(report.Failures));
        Assert.Equal("OTHER", Assert.Single(report.Changed).Symbol.Text);
    }

    [Fact]
    public async Task RefreshAsync_FolderThatIsGone_IsReportedAndTheOthersGoOn()
    {
        var time = new ManualTime();
        var refresh = new BarRefresh([new CsvFolderProvider("/no/such/folder", time), _second], _store, time);

        var report = await refresh.RefreshAsync(new Progress<double>(), CancellationToken.None);
        var one = await refresh.RefreshAsync(Symbol.Parse("OTHER"), CancellationToken.None);

        Assert.StartsWith("csv: The folder '/no/such/folder' does not exist.", Assert.Single(report.Failures), StringComparison.Ordinal);
        Assert.Equal("OTHER", Assert.Single(report.Changed).Symbol.Text);
        Assert.Equal(report.Failures, one.Failures);
    }

    [Fact]
    public async Task RefreshAsync_OneSymbol_AsksTheProviderThatHasIt()
    {
        var report = await _refresh.RefreshAsync(Symbol.Parse("OTHER"), CancellationToken.None);

        Assert.Equal("OTHER", Assert.Single(report.Changed).Symbol.Text);
        Assert.Empty(_first.Queries);
    }

    [Fact]
    public async Task RefreshAsync_SymbolThatOnlyTheStoreHas_IsLeftAlone()
    {
        var imported = new Instrument(Symbol.Parse("KEPT"), "KEPT", AssetClass.Crypto, "USD", "csv", IsSimulated: false, [Timeframe.OneDay]);
        var bars = BarSeries.FromBars(imported.Symbol, AssetClass.Crypto, Timeframe.OneDay, [new Bar(ListProvider.Start, 1, 1, 1, 1, 1)]);
        await _store.WriteAsync(imported, bars, ListProvider.Start.AddDays(2), CancellationToken.None);

        var report = await _refresh.RefreshAsync(imported.Symbol, CancellationToken.None);

        Assert.Empty(report.Changed);
        Assert.Empty(report.Failures);
    }

    [Fact]
    public async Task RefreshAsync_SymbolThatNobodyHas_Throws() =>
        await Assert.ThrowsAsync<UnknownSymbolException>(async () => await _refresh.RefreshAsync(Symbol.Parse("NOBODY"), CancellationToken.None));

    [Fact]
    public async Task RefreshAsync_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _refresh.RefreshAsync(new Progress<double>(), cancelled.Token));
        Assert.Equal(0, _store.Writes);
    }

    private async Task<RefreshReport> RefreshAllAsync() => await _refresh.RefreshAsync(new Progress<double>(), CancellationToken.None);
}
