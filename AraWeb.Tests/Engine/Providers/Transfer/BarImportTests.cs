using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Transfer;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Transfer;

public sealed class BarImportTests : IDisposable
{
    private const string Header = "timestamp,open,high,low,close,volume\n";

    private readonly TempFolder _folder = new();
    private readonly MemoryBarStore _store = new();
    private readonly BarImport _import;

    public BarImportTests()
    {
        _import = new BarImport(_store, new ManualTime());
        _folder.Write("stocks/AAPL.csv", Header + "2024-01-02,10,11,9,10.5,100\n2024-01-03,10.5,12,10,x,200\n2024-01-04,10.5,10.8,10.6,10.7,200\n");
        _folder.Write("crypto/BTCUSD_bitstamp_1d.csv", Header + "2024-01-02,10,11,9,10.5,100\n");
        _folder.Write("crypto/BTCUSD_bitstamp_1h.csv", Header + "2024-01-02T00:00:00Z,10,10.2,9.9,10.1,5\n2024-01-02T01:00:00Z,10.1,10.2,10,10,5\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ImportAsync_Folder_WritesAllSeriesAndCounts()
    {
        var shares = new List<double>();

        var report = await _import.ImportAsync(_folder.Path, new ImmediateProgress(shares), CancellationToken.None);

        Assert.Equal(
            [
                new ImportedBars("AAPL", "1d", 2, 2, Dropped: 1, Repaired: 1, Suspicious: 1, Error: null),
                new ImportedBars("BTCUSD@BITSTAMP", "1h", 2, 2, 0, 0, 0, Error: null),
                new ImportedBars("BTCUSD@BITSTAMP", "1d", 1, 1, 0, 0, 0, Error: null),
            ],
            report.Series);
        Assert.Equal((5L, 5L, 0), (report.Read, report.Written, report.Failed));
        Assert.Equal([1 / 3.0, 2 / 3.0, 1], shares);
        var bars = await _store.ReadAsync(new BarQuery(Symbol.Parse("AAPL"), Timeframe.OneDay), CancellationToken.None);
        Assert.Equal(10.5, bars.Low[1]);
        Assert.Equal("csv", (await _store.FindAsync(Symbol.Parse("BTCUSD"), CancellationToken.None)).Source);
    }

    [Fact]
    public async Task ImportAsync_Again_WritesNothing()
    {
        await _import.ImportAsync(_folder.Path, new Progress<double>(), CancellationToken.None);

        var again = await _import.ImportAsync(_folder.Path, new Progress<double>(), CancellationToken.None);

        Assert.Equal((5L, 0L), (again.Read, again.Written));
    }

    [Fact]
    public async Task ImportAsync_BadFileAmongGoodOnes_IsReportedAndTheOthersGoIn()
    {
        _folder.Write("stocks/BAD.csv", Header + "2024-01-02,0,0,0,0,0\n");
        _folder.Write("stocks/ODD.csv", "timestamp,open\n");

        var report = await _import.ImportAsync(_folder.Path, new Progress<double>(), CancellationToken.None);

        var bad = Assert.Single(report.Series, series => series.Error is not null);
        Assert.Equal("BAD", bad.Symbol);
        Assert.Contains("none of them can be used", bad.Error, StringComparison.Ordinal);
        Assert.Equal((5L, 1), (report.Written, report.Failed));
        Assert.Contains(report.Notices, notice => notice.StartsWith("stocks/ODD.csv was passed over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ImportAsync_EmptyFolder_Throws()
    {
        using var empty = new TempFolder();

        await Assert.ThrowsAsync<DataProviderException>(async () => await _import.ImportAsync(empty.Path, new Progress<double>(), CancellationToken.None));
    }
}
