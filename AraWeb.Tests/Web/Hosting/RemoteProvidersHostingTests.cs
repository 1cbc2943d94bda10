using AraWeb.Configuration;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Chain;
using AraWeb.Engine.Providers.Transfer;
using AraWeb.Hosting;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AraWeb.Tests.Web.Hosting;

public sealed class RemoteProvidersHostingTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly MemoryBarStore _store = new();
    private readonly ListLogger _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void AddProviders_NothingSet_AsksNobody()
    {
        using var services = Services();

        Assert.Equal(["demo"], services.GetRequiredService<IReadOnlyList<IMarketDataProvider>>().Select(provider => provider.Name));
        Assert.Empty(services.GetRequiredService<MarketChain>().Health);
    }

    [Theory]
    [InlineData(null, "yahoo coinbase kraken polygon")]
    [InlineData("kraken, polygon", "kraken polygon yahoo coinbase")]
    public void AddProviders_SwitchedOn_StandInTheirOrder(string? order, string expected)
    {
        using var services = Services(
            ("Providers:Yahoo:Enabled", "true"),
            ("Providers:Coinbase:Enabled", "true"),
            ("Providers:Kraken:Enabled", "true"),
            ("Providers:Polygon:Enabled", "true"),
            ("Providers:Polygon:Key", "k"),
            ("Providers:Order", order),
            ("Data:Demo:Enabled", "false"));

        var chain = services.GetRequiredService<MarketChain>();

        Assert.Equal(expected, string.Join(' ', chain.Health.Select(health => health.Provider)));
        Assert.Same(chain, Assert.Single(services.GetRequiredService<IReadOnlyList<IMarketDataProvider>>()));
    }

    [Fact]
    public void Streams_ListedCoins_GoToTheFirstProviderThatStreamsThem()
    {
        using var services = Services(
            ("Providers:Yahoo:Enabled", "true"),
            ("Providers:Binance:Enabled", "true"),
            ("Providers:Kraken:Enabled", "true"),
            ("Providers:Symbols", "AAPL, BTCUSDT, ETH-USD, DOGE-USD"),
            ("Providers:Order", "binance"));

        var streams = services.GetRequiredService<MarketChain>().Streams;

        Assert.Equal([("binance", false), ("kraken", false)], streams.Select(stream => (stream.Health.Provider, stream.Health.IsConnected)));
    }

    [Theory]
    [InlineData("Providers:Yahu:Enabled", "true", "Providers:Yahu is not a setting; there are Providers:Yahoo")]
    [InlineData("Providers:Yahoo:Key", "x", "Providers:Yahoo:Key is not a setting; there are Providers:Yahoo:Enabled, Providers:Yahoo:Url.")]
    [InlineData("Providers:Polygon:Enabled", "true", "Providers:Polygon:Enabled is true and Providers:Polygon:Key is not set; set it, best as")]
    [InlineData("Providers:Kraken:Url", "ftp://x", "Providers:Kraken:Url is no address that starts with https://")]
    [InlineData("Providers:Kraken:Url", "http://example.org", "Providers:Kraken:Url is no address that starts with https://")]
    [InlineData("Providers:Symbols", "AAPL, a b", "Providers:Symbols: symbol 'a b' is not valid.")]
    [InlineData("Providers:Timeframes", "2h", "Providers:Timeframes: timeframe '2h' is not valid.")]
    [InlineData("Providers:Order", "yahoo,bloomberg", "Providers:Order names 'bloomberg'; there are yahoo, coinbase")]
    [InlineData("Providers:Polygon:RequestsPerMinute", "0", "Providers:Polygon:RequestsPerMinute is 0; set a number from 1 on")]
    [InlineData("Providers:Yahoo:Enabled", "maybe", "Failed to convert configuration value 'maybe'")]
    public void Options_Mistake_NamesTheKey(string key, string value, string words)
    {
        using var services = Services((key, value));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<RemoteOptions>>().Value);

        Assert.Contains(error.Failures, failure => failure.StartsWith(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refresh_ProviderAtItsAddress_BringsBarsIntoTheStore()
    {
        await using var host = await FakeHost.StartAsync(new FakeKraken(_time));
        using var services = Services(
            ("Providers:Kraken:Enabled", "true"),
            ("Providers:Kraken:Url", host.Address.ToString()),
            ("Providers:Symbols", "XBT/USD, AAPL"),
            ("Providers:Timeframes", "1d"),
            ("Data:Demo:Enabled", "false"));

        var report = await services.GetRequiredService<BarRefresh>().RefreshAsync(new ImmediateProgress([]), CancellationToken.None);

        Assert.Empty(report.Failures);
        Assert.Equal("BTCUSD", Assert.Single(report.Changed).Symbol.Text);
        Assert.Equal("online", Assert.Single(await _store.ListAsync(CancellationToken.None)).Source);
        Assert.Equal("kraken", Assert.Single(services.GetRequiredService<MarketChain>().Answers).Provider);
    }

    [Fact]
    public async Task Refresh_FirstProviderFails_SaysWhoAnsweredInstead()
    {
        var kraken = new FakeKraken(_time);
        kraken.Faults.Enqueue(new FakeAnswer(429, "{}") { Headers = [("Retry-After", "3600")] });
        await using var krakenHost = await FakeHost.StartAsync(kraken);
        await using var coinbaseHost = await FakeHost.StartAsync(new FakeCoinbase(_time));
        using var services = Services(
            ("Providers:Kraken:Enabled", "true"),
            ("Providers:Kraken:Url", krakenHost.Address.ToString()),
            ("Providers:Coinbase:Enabled", "true"),
            ("Providers:Coinbase:Url", coinbaseHost.Address.ToString()),
            ("Providers:Order", "kraken"),
            ("Providers:Symbols", "BTCUSD"),
            ("Providers:Timeframes", "1d"),
            ("Data:Demo:Enabled", "false"));

        var report = await services.GetRequiredService<BarRefresh>().RefreshAsync(new ImmediateProgress([]), CancellationToken.None);

        Assert.Empty(report.Failures);
        Assert.Equal(["BTCUSD 1d: coinbase answered in place of kraken. kraken answered 'too many requests'."], report.Fallbacks);
    }

    [Fact]
    public async Task Refresh_ServicesThatRepeatTheKey_ShowItNowhere()
    {
        var alpha = new FakeAlphaVantage(_time);
        alpha.Faults.Enqueue(FakeAlphaVantage.DayIsUsedUp);
        await using var alphaHost = await FakeHost.StartAsync(alpha);
        var polygon = new FakePolygon(_time);
        polygon.Faults.Enqueue(new FakeAnswer(403, $$"""{"status":"ERROR","error":"Unknown API Key {{FakePolygon.Key}}"}"""));
        await using var polygonHost = await FakeHost.StartAsync(polygon);
        using var services = Services(
            ("Providers:AlphaVantage:Enabled", "true"),
            ("Providers:AlphaVantage:Url", alphaHost.Address.ToString()),
            ("Providers:AlphaVantage:Key", FakeAlphaVantage.Key),
            ("Providers:Polygon:Enabled", "true"),
            ("Providers:Polygon:Url", polygonHost.Address.ToString()),
            ("Providers:Polygon:Key", FakePolygon.Key),
            ("Providers:Symbols", "IBM"),
            ("Providers:Timeframes", "1d"));

        var report = await services.GetRequiredService<BarRefresh>().RefreshAsync(new ImmediateProgress([]), CancellationToken.None);

        // Both were asked with their keys, and both failed.
        Assert.Equal((FakeAlphaVantage.Key, "Bearer " + FakePolygon.Key), (alpha.Requests[0]["apikey"], polygon.Requests[0].Headers["Authorization"]));
        var chain = services.GetRequiredService<MarketChain>();
        var seen = string.Join('\n', [.. report.Failures, .. chain.Health.Select(health => health.ToString()), .. _log.Lines]);
        Assert.Contains("IBM 1d:", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeAlphaVantage.Key, seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(FakePolygon.Key, seen, StringComparison.OrdinalIgnoreCase);
    }

    private ServiceProvider Services(params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.Where(s => s.Value is not null).Select(s => KeyValuePair.Create(s.Key, s.Value)));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(_log);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton<IBarStore>(_store);
        builder.Services.AddProviders(builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }

    private sealed class ListLogger : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
