using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Engine.Store;

public sealed class InstrumentTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private TempStore _store = null!;

    public async Task InitializeAsync() => _store = await TempStore.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task ListAsync_SeveralSeries_OrdersSymbolsAndTimeframes()
    {
        await WriteAsync("ETHUSD", Timeframe.OneDay);
        await WriteAsync("BTCUSD@KRAKEN", Timeframe.OneDay);
        await WriteAsync("BTCUSD@KRAKEN", Timeframe.OneMinute);

        var list = await _store.Bars.ListAsync(CancellationToken.None);

        Assert.Equal("BTCUSD@KRAKEN ETHUSD", string.Join(' ', list.Select(instrument => instrument.Symbol)));
        Assert.Equal([Timeframe.OneMinute, Timeframe.OneDay], list[0].Timeframes);
        Assert.Equal(("csv", "USD", AssetClass.Crypto), (list[0].Source, list[0].Currency, list[0].AssetClass));
    }

    [Fact]
    public async Task FindAsync_WithoutVenue_TakesExactThenFirstVenue()
    {
        await WriteAsync("BTCUSD@KRAKEN", Timeframe.OneDay);
        await WriteAsync("BTCUSD@BITSTAMP", Timeframe.OneDay);
        Assert.Equal("BTCUSD@BITSTAMP", (await FindAsync("BTCUSD")).Symbol.Text);
        Assert.Equal("BTCUSD@KRAKEN", (await FindAsync("BTCUSD@KRAKEN")).Symbol.Text);

        await WriteAsync("BTCUSD", Timeframe.OneDay);

        Assert.Equal("BTCUSD", (await FindAsync("BTCUSD")).Symbol.Text);
    }

    [Fact]
    public async Task ReadAsync_WithoutVenue_NamesTheVenueItRead()
    {
        await WriteAsync("BTCUSD@KRAKEN", Timeframe.OneDay);

        var bars = await _store.Bars.ReadAsync(new BarQuery(Symbol.Parse("BTCUSD"), Timeframe.OneDay), CancellationToken.None);

        Assert.Equal("BTCUSD@KRAKEN", bars.Symbol.Text);
        Assert.Null(await _store.Bars.NewestAsync(Symbol.Parse("BTCUSD"), Timeframe.OneDay, CancellationToken.None));
    }

    [Theory]
    [InlineData("BTCUST", "BTCUSD@KRAKEN")]
    [InlineData("BTCUSD@COINBASE", "BTCUSD@KRAKEN")]
    [InlineData("BTC", "BTCUSD@KRAKEN")]
    [InlineData("WHATEVER", "ara data import")]
    public async Task FindAsync_Unknown_AdvisesWhatIsNear(string symbol, string advice)
    {
        await WriteAsync("BTCUSD@KRAKEN", Timeframe.OneDay);

        var error = await Assert.ThrowsAsync<UnknownSymbolException>(() => FindAsync(symbol));

        Assert.Contains(advice, error.Advice, StringComparison.Ordinal);
        Assert.Equal(symbol, error.Symbol.Text);
    }

    [Fact]
    public async Task FindAsync_EmptyStore_SaysHowToFillIt()
    {
        var error = await Assert.ThrowsAsync<UnknownSymbolException>(() => FindAsync("AAPL"));

        Assert.Contains("import", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_OtherTimeframe_NamesThoseThatAreThere()
    {
        await WriteAsync("ETHUSD", Timeframe.OneDay);

        var error = await Assert.ThrowsAsync<UnknownSymbolException>(
            async () => await _store.Bars.ReadAsync(new BarQuery(Symbol.Parse("ETHUSD"), Timeframe.OneHour), CancellationToken.None));

        Assert.Contains("no 1h bars", error.Message, StringComparison.Ordinal);
        Assert.Contains("1d", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_OtherSource_IsRefusedAndChangesNothing()
    {
        await WriteAsync("ETHUSD", Timeframe.OneDay);
        var bars = TempStore.Series("ETHUSD", Timeframe.OneHour, Start, [1, 2, 3]);

        var error = await Assert.ThrowsAsync<InputException>(async () => await _store.Bars.WriteAsync(
            TempStore.Coin("ETHUSD", "demo"), bars, Start.AddYears(1), CancellationToken.None));

        Assert.Equal("source", error.Name);
        Assert.Contains("'csv'", error.Advice, StringComparison.Ordinal);
        var instrument = await FindAsync("ETHUSD");
        Assert.Equal(("csv", false), (instrument.Source, instrument.IsSimulated));
        Assert.Equal([Timeframe.OneDay], instrument.Timeframes);
    }

    [Fact]
    public async Task WriteAsync_SameSource_BringsNameAndCurrencyUpToDate()
    {
        await WriteAsync("ETHUSD", Timeframe.OneDay);
        var renamed = TempStore.Coin("ETHUSD") with { Name = "Ether", Currency = "EUR" };

        await _store.Bars.WriteAsync(renamed, TempStore.Series("ETHUSD", Timeframe.OneDay, Start, [3]), Start.AddYears(1), CancellationToken.None);

        var instrument = await FindAsync("ETHUSD");
        Assert.Equal(("Ether", "EUR"), (instrument.Name, instrument.Currency));
    }

    [Fact]
    public async Task WriteAsync_ForeignOrUnusableBars_IsRefused()
    {
        var bars = TempStore.Series("ETHUSD", Timeframe.OneDay, Start, [1, 2, double.NaN, 4]);

        var error = await Assert.ThrowsAsync<ArgumentException>(
            async () => await _store.Bars.WriteAsync(TempStore.Coin("ETHUSD"), bars, Start.AddYears(1), CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await _store.Bars.WriteAsync(TempStore.Coin("BTCUSD"), bars, Start.AddYears(1), CancellationToken.None));

        Assert.Contains("2020-01-03", error.Message, StringComparison.Ordinal);
        Assert.Empty(await _store.Bars.ListAsync(CancellationToken.None));
    }

    private Task<Instrument> FindAsync(string symbol) => _store.Bars.FindAsync(Symbol.Parse(symbol), CancellationToken.None).AsTask();

    private async Task WriteAsync(string symbol, Timeframe timeframe) => await _store.Bars.WriteAsync(
        TempStore.Coin(symbol), TempStore.Series(symbol, timeframe, Start, [10, 11, 12]), Start.AddYears(1), CancellationToken.None);
}
