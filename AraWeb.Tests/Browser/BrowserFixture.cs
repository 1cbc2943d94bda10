using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AraWeb.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AraWeb.Tests.Browser;

/// <summary>The real program with its demo market and jobs on a free port, and a Chromium to look at it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Milliseconds that a busy machine may take for a step.
    private const float Patience = 30_000;

    private static readonly TimeSpan FirstStart = TimeSpan.FromSeconds(90);

    // What a container without graphics, sandbox and network services needs.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private AraServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal JumpingTime Time { get; } = new();

    /// <summary>A symbol with minute bars that trades around the clock.</summary>
    internal string Coin { get; private set; } = string.Empty;

    /// <summary>A symbol with daily bars.</summary>
    internal string Stock { get; private set; } = string.Empty;

    internal AraServer Server => _server ?? throw new InvalidOperationException("The server has not started.");

    public async Task InitializeAsync()
    {
        _server = await AraServer.StartAsync(
            services => services.AddSingleton<TimeProvider>(Time),
            ("Jobs:Enabled", "true"),
            ("Jobs:RefreshInterval", "00:00:01"));
        await WaitForPricesAsync();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        try
        {
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserExecutable.Path, Args = Flags });
        }
        catch (PlaywrightException exception)
        {
            throw new InvalidOperationException(
                "The browser tests need Chromium. Run ./test.sh, which installs it, or install Debian's package chromium, or set ARA_CHROMIUM to its path.",
                exception);
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>A fresh reader: no storage, no cookies.</summary>
    internal async Task<DashboardPage> OpenAsync(string path, int width = 1440, bool dark = false, bool reducedMotion = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Server.Url.ToString(),
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = reducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            ViewportSize = new() { Width = width, Height = width < 600 ? 780 : 900 },
        });
        context.SetDefaultTimeout(Patience);
        var page = new DashboardPage(context, await context.NewPageAsync());
        await page.GoAsync(path);
        return page;
    }

    private async Task WaitForPricesAsync()
    {
        using var limit = new CancellationTokenSource(FirstStart);
        while (Coin.Length == 0 || Stock.Length == 0)
        {
            var answer = await Server.Client.GetFromJsonAsync<JsonObject>("api/v1/symbols", limit.Token);
            var symbols = answer!["items"]!.AsArray();
            Coin = Find(symbols, "crypto", "1m");
            Stock = Find(symbols, "stock", "1d");
            await Task.Delay(100, limit.Token);
        }
    }

    private static string Find(JsonArray symbols, string assetClass, string timeframe) => symbols
        .Where(symbol => string.Equals((string?)symbol!["assetClass"], assetClass, StringComparison.OrdinalIgnoreCase)
            && symbol["timeframes"]!.AsArray().Any(code => (string?)code == timeframe))
        .Select(symbol => (string)symbol!["symbol"]!)
        .FirstOrDefault(string.Empty);
}
