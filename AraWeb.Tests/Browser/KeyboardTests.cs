using Microsoft.Playwright;

namespace AraWeb.Tests.Browser;

/// <summary>Everything a reader does with the mouse, done with keys alone.</summary>
[Collection(BrowserGroup.Name)]
public sealed class KeyboardTests(BrowserFixture fixture)
{
    [Fact]
    public async Task SkipLink_FirstTab_LeadsToTheContent()
    {
        await using var reader = await fixture.OpenAsync("/market");
        await reader.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await FocusedTextAsync(reader));

        await reader.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await reader.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Slash_Anywhere_SearchesSymbolsAndPages()
    {
        await using var reader = await fixture.OpenAsync("/market");
        await reader.Page.Keyboard.PressAsync("/");
        await reader.Page.Keyboard.TypeAsync(fixture.Stock);
        await Assertions.Expect(reader.Page.Locator(".top .option.active .code")).ToHaveTextAsync(fixture.Stock);
        await reader.Page.Keyboard.PressAsync("Enter");

        await reader.ReachAsync($"/predictions/{fixture.Stock}");
        await reader.Chart.WaitForAsync();
        reader.AssertNoComplaint();
    }

    [Fact]
    public async Task Predictions_KeysAlone_ChooseSymbolTimeFrameAndReadBars()
    {
        await using var reader = await fixture.OpenAsync($"/predictions/{fixture.Stock}");
        await TabUntilAsync(reader, "document.activeElement.matches('.choices input')");
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await reader.Page.Keyboard.TypeAsync(fixture.Coin);
        await Assertions.Expect(reader.Page.Locator(".choices .option.active .code")).ToHaveTextAsync(fixture.Coin);
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.ReachAsync($"/predictions/{fixture.Coin}");
        await reader.SettleAsync();

        await TabUntilAsync(reader, "document.activeElement.textContent.trim() === '1m'");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.ReachAsync("tf=1m");
        await reader.SettleAsync();
        await reader.Chart.WaitForAsync();

        await TabUntilAsync(reader, "document.activeElement.matches('.chart')");
        var legend = reader.Page.Locator(".chart-legend .time");
        var newest = await legend.InnerTextAsync();
        await reader.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(legend).Not.ToHaveTextAsync(newest);
        reader.AssertNoComplaint();
    }

    [Fact]
    public async Task Picker_Escape_LeavesTheSymbolAsItWas()
    {
        await using var reader = await fixture.OpenAsync($"/predictions/{fixture.Stock}");
        var field = reader.Page.GetByRole(AriaRole.Combobox, new() { Name = "Symbol", Exact = true });
        await field.FocusAsync();
        await reader.Page.Keyboard.TypeAsync("zzz");
        await Assertions.Expect(reader.Page.Locator(".choices .options")).ToContainTextAsync("No symbol fits");
        await reader.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(field).ToHaveValueAsync(fixture.Stock);
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
    }

    private static async Task TabUntilAsync(DashboardPage reader, string reached)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            if (await reader.Page.EvaluateAsync<bool>(reached))
            {
                return;
            }
        }

        Assert.Fail($"80 presses of Tab did not reach {reached}.");
    }

    private static Task<string> FocusedTextAsync(DashboardPage reader) => reader.Page.EvaluateAsync<string>("document.activeElement.textContent.trim()");
}
