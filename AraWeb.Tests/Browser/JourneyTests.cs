using Microsoft.Playwright;

namespace AraWeb.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class JourneyTests(BrowserFixture fixture)
{
    // What plotly painted behind the candles.
    private const string Ground = "getComputedStyle(document.querySelector('.chart .main-svg')).backgroundColor";

    [Fact]
    public async Task Predictions_NothingAsked_DrawsCandlesAndFanOfSomethingThatMoves()
    {
        await using var reader = await fixture.OpenAsync("/predictions");

        await reader.Chart.WaitForAsync();
        Assert.True(await reader.Page.Locator(".chart .boxlayer path.box").CountAsync() > 20);
        Assert.Equal(3, await reader.Page.Locator(".chart .scatterlayer .fills path.js-fill").CountAsync());
        Assert.Equal(30, await reader.Page.Locator(".horizons tbody tr").CountAsync());
        Assert.Contains("simulated", await reader.Page.Locator(".subject").InnerTextAsync());
        reader.AssertNoComplaint();
    }

    [Fact]
    public async Task Picker_TypedSymbol_ShowsItsForecastWithoutReload()
    {
        await using var reader = await fixture.OpenAsync("/predictions");
        await reader.Page.EvaluateAsync("window.sameDocument = true");

        await reader.Page.GetByRole(AriaRole.Combobox, new() { Name = "Symbol", Exact = true }).FillAsync(fixture.Stock.ToLowerInvariant());
        await reader.Page.Locator(".choices .option").First.ClickAsync();
        await reader.ReachAsync($"/predictions/{fixture.Stock}");
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync(fixture.Stock);
        await reader.SettleAsync();
        await reader.Chart.WaitForAsync();

        Assert.True(await reader.Page.EvaluateAsync<bool>("window.sameDocument === true"));
        reader.AssertNoComplaint();
    }

    [Fact]
    public async Task Chips_TimeFrameRangeAndReach_StandInTheAddressAndSurviveAReload()
    {
        await using var reader = await fixture.OpenAsync($"/predictions/{fixture.Coin}");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "1m", Exact = true }).ClickAsync();
        await Assertions.Expect(reader.CurrentChips).ToHaveTextAsync(["1m", "Fit", "30"]);
        await reader.Page.Locator(".reach").GetByText("5", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(reader.CurrentChips).ToHaveTextAsync(["1m", "Fit", "5"]);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "1D", Exact = true }).ClickAsync();
        await Assertions.Expect(reader.CurrentChips).ToHaveTextAsync(["1m", "1D", "5"]);
        Assert.EndsWith("?tf=1m&days=5&range=1D", reader.Page.Url);

        await reader.Page.ReloadAsync();
        await reader.SettleAsync();

        await Assertions.Expect(reader.CurrentChips).ToHaveTextAsync(["1m", "1D", "5"]);
        Assert.Equal(5, await reader.Page.Locator(".horizons tbody tr").CountAsync());
        reader.AssertNoComplaint();
    }

    [Fact]
    public async Task ThemeSwitch_Dark_StaysAfterAReloadAndRecoloursTheChart()
    {
        await using var reader = await fixture.OpenAsync($"/predictions/{fixture.Stock}");
        await reader.Chart.WaitForAsync();
        var before = await GroundAsync(reader);

        await reader.Page.GetByRole(AriaRole.Combobox, new() { Name = "Theme" }).SelectOptionAsync("dark");
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(reader.Page.Locator(".chart .main-svg").First).Not.ToHaveCSSAsync("background-color", before);

        await reader.Page.ReloadAsync();
        Assert.Equal("dark", await reader.Page.Locator("html").GetAttributeAsync("data-theme"));
        await reader.SettleAsync();
        Assert.Equal("dark", await reader.Page.GetByRole(AriaRole.Combobox, new() { Name = "Theme" }).InputValueAsync());
        Assert.NotEqual(before, await GroundAsync(reader));
        reader.AssertNoComplaint();
    }

    [Fact]
    public async Task Predictions_NewBar_AppearsWithoutReload()
    {
        await using var reader = await fixture.OpenAsync($"/predictions/{fixture.Coin}?tf=1m", reducedMotion: false);
        await reader.Chart.WaitForAsync();
        await reader.Page.EvaluateAsync("window.sameDocument = true");
        var last = await reader.Chart.GetAttributeAsync("data-last");
        var price = await reader.Page.Locator(".subject .price").InnerTextAsync();
        var due = await reader.Page.Locator(".horizons tbody tr:first-child td").First.InnerTextAsync();

        fixture.Time.JumpToEndOfMinute();

        await Assertions.Expect(reader.Chart).Not.ToHaveAttributeAsync("data-last", last!);
        await Assertions.Expect(reader.Page.Locator(".subject .price")).Not.ToHaveTextAsync(price);
        await Assertions.Expect(reader.Page.Locator(".horizons tbody tr:first-child td").First).Not.ToHaveTextAsync(due);
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.sameDocument === true"));
        reader.AssertNoComplaint();
    }

    [Fact]
    public async Task Overview_Cards_LeadToTheForecast()
    {
        await using var reader = await fixture.OpenAsync("/");
        var card = reader.Page.Locator(".card", new() { HasText = fixture.Coin }).First;
        await Assertions.Expect(card).ToContainTextAsync("P(up)");
        await card.GetByRole(AriaRole.Link).ClickAsync();

        await reader.ReachAsync($"/predictions/{fixture.Coin}");
        await reader.Chart.WaitForAsync();
        reader.AssertNoComplaint();
    }

    private static Task<string> GroundAsync(DashboardPage reader) => reader.Page.EvaluateAsync<string>(Ground);
}
