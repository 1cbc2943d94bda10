using Deque.AxeCore.Playwright;

namespace AraWeb.Tests.Browser;

/// <summary>Every page, both themes, phone and desk: no violation that axe can find, and nothing wider than the screen.</summary>
[Collection(BrowserGroup.Name)]
public sealed class AccessibilityTests(BrowserFixture fixture)
{
    public static TheoryData<string, bool, int> Views()
    {
        var views = new TheoryData<string, bool, int>();
        foreach (var path in new[] { "/", "/predictions", "/backtesting", "/portfolio", "/models", "/market", "/predictions/NOSUCH", "/not-found" })
        {
            foreach (var width in new[] { 360, 1440 })
            {
                views.Add(path, false, width);
                views.Add(path, true, width);
            }
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_ThemeAndWidth_HasNoViolationAndFits(string path, bool dark, int width)
    {
        await using var reader = await fixture.OpenAsync(path, width, dark);

        var result = await reader.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join(Environment.NewLine, result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} ({string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))})")));
        Assert.Equal(width, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        if (path != "/not-found")
        {
            reader.AssertNoComplaint();
        }
    }

    [Fact]
    public async Task Predictions_HighContrast_HasNoViolation()
    {
        await using var reader = await fixture.OpenAsync("/predictions");
        await reader.Page.Locator("ara-theme select").SelectOptionAsync("contrast");

        var result = await reader.Page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => violation.Id));
    }
}
