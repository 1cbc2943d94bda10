using System.Diagnostics;
using System.Reflection;
using System.Text;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Local;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Local;

public sealed class CsvFolderProviderTests : IDisposable
{
    private const string Header = "timestamp,open,high,low,close,volume\n";
    private const string TwoDays = Header + "2024-01-02,10,11,9,10.5,100\n2024-01-03,10.5,12,10,11,200\n";

    private readonly TempFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly CsvFolderProvider _provider;

    public CsvFolderProviderTests() => _provider = new CsvFolderProvider(_folder.Path, _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ListAsync_Folder_TellsSymbolsClassesAndTimeframes()
    {
        _folder.Write("stocks/AAPL.csv", TwoDays);
        _folder.Write("stocks_splitonly/BF-B.csv", TwoDays);
        _folder.Write("crypto/BTCUSD_bitstamp_1d.csv", TwoDays);
        _folder.Write("crypto/BTCUSDT_1d.csv", TwoDays);
        _folder.Write("crypto/btcusdt_1H.CSV", TwoDays);
        _folder.Write("forex/EURUSD_4h.csv", TwoDays);
        _folder.Write("index/VIX.csv", TwoDays);
        _folder.Write("etf/SPY.csv", TwoDays);

        var listed = await _provider.ListAsync(CancellationToken.None);

        Assert.Equal(
            "AAPL Stock 1d, BF-B Stock 1d, BTCUSD@BITSTAMP Crypto 1d, BTCUSDT Crypto 1h 1d, EURUSD Forex 4h, SPY Etf 1d, VIX Index 1d",
            string.Join(", ", listed.Select(x => $"{x.Symbol} {x.AssetClass} {string.Join(' ', x.Timeframes.Select(t => t.Code()))}")));
        Assert.All(listed, instrument => Assert.Equal(("csv", false), (instrument.Source, instrument.IsSimulated)));
        Assert.Equal("USD", listed[4].Currency);
    }

    [Fact]
    public async Task NoticesAsync_OtherFiles_ArePassedOverWithAWord()
    {
        _folder.Write("AAPL.csv", TwoDays);
        _folder.Write("stocks_sectors.csv", "symbol,sector\nAAPL,IT\n");
        _folder.Write("universe.csv", "symbol,sector\nAAPL,IT\n");
        _folder.Write("more/AAPL_1d.csv", TwoDays);

        var notices = await _provider.NoticesAsync(CancellationToken.None);

        Assert.Contains(notices, notice => notice.StartsWith("stocks_sectors.csv was passed over: its name", StringComparison.Ordinal));
        Assert.Contains(notices, notice => notice.StartsWith("universe.csv was passed over: its first line names no", StringComparison.Ordinal));
        Assert.Contains(notices, notice => notice is "more/AAPL_1d.csv was passed over: AAPL.csv has AAPL 1d already.");
        Assert.Contains(notices, notice => notice.Contains("tells no asset class", StringComparison.Ordinal));
        Assert.Equal("AAPL", Assert.Single(await _provider.ListAsync(CancellationToken.None)).Symbol.Text);
    }

    [Fact]
    public async Task ListAsync_FlatFolderNamedLikeAClass_TakesItFromTheFolderItself()
    {
        _folder.Write("crypto/BTCUSDT_1d.csv", TwoDays);
        var provider = new CsvFolderProvider(Path.Combine(_folder.Path, "crypto"), _time);

        Assert.Equal(AssetClass.Crypto, Assert.Single(await provider.ListAsync(CancellationToken.None)).AssetClass);
        Assert.Empty(await provider.NoticesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ReadAsync_File_GivesItsBars()
    {
        _folder.Write("stocks/AAPL.csv", TwoDays);

        var bars = await ReadAsync("AAPL", Timeframe.OneDay);

        Assert.Equal(2, bars.Count);
        Assert.Equal(new Bar(new DateTimeOffset(2024, 1, 3, 0, 0, 0, TimeSpan.Zero), 10.5, 12, 10, 11, 200), bars[1]);
    }

    [Fact]
    public async Task ReadAsync_TickerOfSeveralVenues_TakesTheFirst()
    {
        _folder.Write("crypto/BTCUSD_coinbase_1d.csv", TwoDays);
        _folder.Write("crypto/BTCUSD_bitstamp_1d.csv", TwoDays);

        Assert.Equal("BTCUSD@BITSTAMP", (await ReadAsync("BTCUSD", Timeframe.OneDay)).Symbol.Text);
        Assert.Equal("BTCUSD@BITSTAMP", (await _provider.FindAsync(Symbol.Parse("btcusd"), CancellationToken.None)).Symbol.Text);
        Assert.Equal("BTCUSD@COINBASE", (await ReadAsync("BTCUSD@COINBASE", Timeframe.OneDay)).Symbol.Text);
    }

    [Fact]
    public async Task ReadAsync_OtherTimeframe_SaysWhichThereAre()
    {
        _folder.Write("stocks/AAPL.csv", TwoDays);

        var error = await Assert.ThrowsAsync<UnknownSymbolException>(async () => await ReadAsync("AAPL", Timeframe.OneHour));

        Assert.Contains("no 1h bars", error.Message, StringComparison.Ordinal);
        Assert.Contains("AAPL has 1d", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_MissingFolder_SaysSo()
    {
        var provider = new CsvFolderProvider(Path.Combine(_folder.Path, "nowhere"), _time);

        var error = await Assert.ThrowsAsync<DataProviderException>(async () => await provider.ListAsync(CancellationToken.None));

        Assert.Contains("does not exist", error.Message, StringComparison.Ordinal);
        Assert.Contains("SYMBOL.csv", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.txt", "hello")]
    [InlineData("stocks_sectors.csv", "symbol,sector\n")]
    [InlineData("universe.csv", "symbol,sector\n")]
    public async Task ListAsync_NoBarsInFolder_SaysSo(string name, string content)
    {
        _folder.Write(name, content);

        var error = await Assert.ThrowsAsync<DataProviderException>(async () => await _provider.ListAsync(CancellationToken.None));

        Assert.Contains("holds no file of bars", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_MissingColumn_NamesFileAndColumn()
    {
        _folder.Write("stocks/AAPL.csv", "timestamp,open,high,close,volume\n2024-01-02,1,1,1,1\n");

        var error = await Assert.ThrowsAsync<DataProviderException>(async () => await ReadAsync("AAPL", Timeframe.OneDay));

        Assert.Equal("stocks/AAPL.csv has no column low.", error.Message);
    }

    [Theory]
    [InlineData("", "has 0 rows")]
    [InlineData("2024-01-02,-1,1,1,1,1\n", "Row 2: A price is zero or negative")]
    public async Task ReadAsync_NoUsableRow_SaysWhy(string rows, string words)
    {
        _folder.Write("stocks/AAPL.csv", Header + rows);

        var error = await Assert.ThrowsAsync<DataProviderException>(async () => await ReadAsync("AAPL", Timeframe.OneDay));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_FileGrew_SeesTheNewBar()
    {
        var path = _folder.Write("stocks/AAPL.csv", TwoDays);
        Assert.Equal(2, (await ReadAsync("AAPL", Timeframe.OneDay)).Count);

        File.AppendAllText(path, "2024-01-04,11,12,10,11.5,300\n");

        Assert.Equal(3, (await ReadAsync("AAPL", Timeframe.OneDay)).Count);
        var query = new BarQuery(Symbol.Parse("AAPL"), Timeframe.OneDay) { From = new DateTimeOffset(2024, 1, 3, 0, 0, 0, TimeSpan.Zero) };
        Assert.Equal(2, (await _provider.ReadAsync(query, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task ReadAsync_NewFile_IsFoundAtOnceAndListedSoon()
    {
        _folder.Write("stocks/AAPL.csv", TwoDays);
        await _provider.ListAsync(CancellationToken.None);

        _folder.Write("stocks/MSFT.csv", TwoDays);

        Assert.Equal(2, (await ReadAsync("MSFT", Timeframe.OneDay)).Count);
        _folder.Write("stocks/NVDA.csv", TwoDays);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(3, (await _provider.ListAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task ReadAsync_BarOfToday_WaitsForItsClose()
    {
        // The clock of the test stands at noon UTC on a Friday, before the New York session.
        _folder.Write("stocks/AAPL.csv", Header + "2026-11-19,1,1,1,1,1\n2026-11-20,1,1,1,1,1\n2099-01-05,1,1,1,1,1\n");
        Assert.Equal(1, (await ReadAsync("AAPL", Timeframe.OneDay)).Count);

        _time.Advance(TimeSpan.FromHours(9));

        Assert.Equal(2, (await ReadAsync("AAPL", Timeframe.OneDay)).Count);
    }

    [Fact]
    [Trait("Category", "Speed")]
    public async Task ReadAsync_TenMegabytes_TakesLessThanASecond()
    {
        var text = new StringBuilder(Header);
        var stamp = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; text.Length < 10_000_000; i++)
        {
            text.Append($"{stamp.AddMinutes(i):yyyy-MM-ddTHH:mm:ssZ},{30000 + (i % 97)}.25,30150.5,29900.75,{30000 + ((i + 1) % 97)}.25,12.345\n");
        }

        _folder.Write("crypto/BTCUSDT_1m.csv", text.ToString());
        var query = new BarQuery(Symbol.Parse("BTCUSDT"), Timeframe.OneMinute);

        // A debug build is about three times slower, and other tests run at the same time: the best of some rounds counts.
        var isOptimized = typeof(CsvFolderProvider).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };
        var limit = TimeSpan.FromSeconds(isOptimized ? 1 : 4);
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 5 && best >= limit; round++)
        {
            var fresh = new CsvFolderProvider(_folder.Path, _time);
            var clock = Stopwatch.StartNew();
            Assert.True((await fresh.ReadAsync(query, CancellationToken.None)).Count > 140_000);
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        Assert.True(best < limit, $"The best of five rounds took {best.TotalMilliseconds:F0} ms.");
    }

    private async Task<BarSeries> ReadAsync(string symbol, Timeframe timeframe) =>
        await _provider.ReadAsync(new BarQuery(Symbol.Parse(symbol), timeframe), CancellationToken.None);
}
