using Microsoft.Playwright;

namespace AraWeb.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class ErrorPageTests(BrowserFixture fixture)
{
    [Fact]
    public async Task UnknownAddress_Opened_IsA404WithWaysOn()
    {
        await using var reader = await fixture.OpenAsync("/");
        var response = await reader.Page.GotoAsync("/no/such/page");

        Assert.Equal(404, response!.Status);
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("There is no such page");
        Assert.True(await reader.Page.Locator(".page-notice a").CountAsync() >= 6);
    }

    [Fact]
    public async Task UnknownSymbol_Opened_OffersWhatIsNear()
    {
        await using var reader = await fixture.OpenAsync($"/predictions/{fixture.Stock}X");

        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("No such symbol");
        await reader.Page.Locator(".near").GetByText(fixture.Stock, new() { Exact = true }).ClickAsync();
        await reader.Chart.WaitForAsync();
        reader.AssertNoComplaint();
    }

    [Theory]
    [InlineData("days=0", "Forecasts reach 1 to 30 bars ahead.")]
    [InlineData("days=31", "Forecasts reach 1 to 30 bars ahead.")]
    [InlineData("tf=2m", "Use one of 1m")]
    [InlineData("range=2Y", "Use one of Fit")]
    public async Task Address_Nonsense_SaysWhatWouldBeAccepted(string query, string advice)
    {
        await using var reader = await fixture.OpenAsync($"/predictions/{fixture.Stock}?{query}");

        await Assertions.Expect(reader.Page.Locator("[role=alert]")).ToContainTextAsync(advice);
        reader.AssertNoComplaint();
    }
}
