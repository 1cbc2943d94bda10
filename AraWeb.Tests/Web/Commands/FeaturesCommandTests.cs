using AraWeb.Commands;
using AraWeb.Engine.Features;
using AraWeb.Engine.Features.Patterns;
using AraWeb.Tests.Contracts;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Web.Commands;

public sealed class FeaturesCommandTests
{
    [Fact]
    public async Task Catalogue_Json_ListsEveryIndicator()
    {
        var run = await CommandRun.StartAsync("features", "catalogue", "--json");
        Assert.Equal((ExitCodes.Done, IndicatorCatalog.All.Count), (run.ExitCode, (int?)run.Json["total"]));
    }

    [Fact]
    public async Task Catalogue_Page_IsTheOneOfTheDocumentation()
    {
        // To bring the page up to date: ara features catalogue --markdown > docs/indicators.md
        var run = await CommandRun.StartAsync("features", "catalogue", "--markdown");
        Assert.Equal(run.Output.ReplaceLineEndings(), Repository.Read("docs", "indicators.md").ReplaceLineEndings());
    }

    [Fact]
    public async Task Audit_File_PrintsEveryFeatureGreen()
    {
        using var folder = new TempFolder();
        var bars = IndicatorBars.Wild(400);
        var lines = Enumerable.Range(0, bars.Count).Select(i => FormattableString.Invariant(
            $"{bars[i].Time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ},{bars.Open[i]},{bars.High[i]},{bars.Low[i]},{bars.Close[i]},{bars.Volume[i]}"));
        var file = Path.Combine(folder.Path, "WILD_1h.csv");
        await File.WriteAllLinesAsync(file, ["date,open,high,low,close,volume", .. lines]);

        var run = await CommandRun.StartAsync("features", "audit", "--file", file, "--json");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal((0, 400), ((int?)run.Json["unsound"], (int?)run.Json["series"]![0]!["bars"]));
        Assert.Equal(
            new FeatureCalculator(FeatureRequest.Everything()).Columns.Count + PatternCatalog.All.Count,
            run.Json["rows"]!.AsArray().Count);
    }

    [Fact]
    public async Task Audit_NothingGiven_SaysWhatIsNeeded()
    {
        var run = await CommandRun.StartAsync("features", "audit");
        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Contains("--file", run.Error, StringComparison.Ordinal);
    }
}
