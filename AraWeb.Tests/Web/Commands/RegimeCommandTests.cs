using System.Globalization;
using System.Text;
using AraWeb.Commands;
using AraWeb.Tests.Engine.Regime;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Web.Commands;

public sealed class RegimeCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public RegimeCommandTests()
    {
        var bars = RegimeBars.Daily(600, seed: 7);
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            text.Append(CultureInfo.InvariantCulture, $"{bar.Time:yyyy-MM-dd},{bar.Open:R},{bar.High:R},{bar.Low:R},{bar.Close:R},{bar.Volume}\n");
        }

        _folder.Write("crypto/PHASES.csv", text.ToString());
        _folder.Write("crypto/SHORT.csv", "timestamp,open,high,low,close,volume\n2024-01-08,10,11,9,10,100\n2024-01-09,10,11,9,10.5,100\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Regime_Folder_PrintsStateStatesAndFeatures()
    {
        var run = await CommandRun.StartAsync("regime", "phases", "--data", _folder.Path);

        Assert.True(run.ExitCode == ExitCodes.Done, run.Error);
        Assert.Contains("PHASES · 1d · last close", run.Output, StringComparison.Ordinal);
        Assert.All(["Now", "In 30", "momentum_200", "volatility", "Named by jump-4-1"], text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Regime_Json_PrintsTheObjectOfTheApi()
    {
        var run = await CommandRun.StartAsync("regime", "PHASES", "--data", _folder.Path, "--as-of", "2023-01-31", "--json");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(("PHASES", "1d", 396), ((string?)run.Json["symbol"], (string?)run.Json["timeframe"], (int?)run.Json["provenance"]!["barCount"]));
        Assert.Equal(30, run.Json["ahead"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("insufficient-data", "SHORT")]
    [InlineData("unknown-symbol", "NOPE")]
    [InlineData("invalid-input", "PHASES", "--timeframe", "2d")]
    [InlineData("invalid-input", "PHASES", "--as-of", "2999-01-01")]
    public async Task Regime_BadInput_EndsWithTwo(string code, params string[] args)
    {
        var run = await CommandRun.StartAsync(["regime", .. args, "--data", _folder.Path, "--json"]);

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Equal(code, (string?)run.Json["error"]!["code"]);
    }
}
