using AraWeb.Components.Layout;
using AraWeb.Components.Pages.Market;
using AraWeb.Engine.Core;
using AraWeb.Engine.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AraWeb.Tests.Web.Components;

public sealed class LayoutTests
{
    private const string Thin = "\u202F";
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "Overview")]
    [InlineData("?x=1", "Overview")]
    [InlineData("predictions/AAPL?tf=1d", "Predictions")]
    [InlineData("Predictions", "Predictions")]
    [InlineData("predictionsx", null)]
    [InlineData("market#top", "Market")]
    public void Contains_Path_IsTrueForOneView(string path, string? expected) =>
        Assert.Equal(expected, NavItem.All.SingleOrDefault(item => item.Contains(path))?.Name);

    [Theory]
    [InlineData(JobState.Running, double.NaN, "retrain AAPL")]
    [InlineData(JobState.Running, 0.25, $"retrain AAPL 25{Thin}% · 1:30 left")]
    [InlineData(JobState.Queued, 0, "retrain AAPL queued")]
    public void Describe_Run_SaysHowFarItIs(JobState state, double progress, string expected)
    {
        var run = new JobRun(Guid.CreateVersion7(Now), "retrain", "AAPL", state, progress, "working", Now.AddSeconds(-30), EndedAt: null, Error: null);
        Assert.Equal(expected, StatusLine.Describe(run, Now));
    }

    [Theory]
    [InlineData(new bool[0], null)]
    [InlineData(new[] { false, false }, null)]
    [InlineData(new[] { true, true }, "simulated data")]
    [InlineData(new[] { false, true }, "some symbols are simulated")]
    public void SimulatedWords_Instruments_SayWhetherPricesAreInvented(bool[] simulated, string? expected)
    {
        var instruments = simulated.Select((invented, i) =>
            new Instrument(Symbol.Parse($"S{i}"), "Sample", AssetClass.Crypto, "USD", "csv", invented, [Timeframe.OneDay]));
        Assert.Equal(expected, StatusLine.SimulatedWords([.. instruments]));
    }

    [Fact]
    public async Task NavMenu_Page_MarksItsView()
    {
        var page = await Markup.RenderAsync<NavMenu>([], services => services.AddSingleton<NavigationManager>(new FixedNavigation("http://localhost/market")));

        var current = Assert.Single(page.QuerySelectorAll("[aria-current=page]"));
        Assert.Equal("Market", current.QuerySelector(".long")?.TextContent);
        Assert.Equal(6, page.QuerySelectorAll("a").Length);
    }

    [Fact]
    public async Task PlannedView_Page_SaysWhatWillComeAndLeadsToWhatWorks()
    {
        var page = await Markup.RenderAsync<MarketPage>([]);

        Assert.Contains("not built yet", page.Body!.TextContent);
        Assert.Contains(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == AppUrls.Predictions);
        Assert.DoesNotMatch("[0-9]", page.QuerySelector(".outline")!.TextContent);
    }

    private sealed class FixedNavigation : NavigationManager
    {
        public FixedNavigation(string uri) => Initialize("http://localhost/", uri);
    }
}
