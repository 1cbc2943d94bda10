using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Accuracy;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Studies;

public sealed class AccuracyStudiesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Intervals_OneFile_HasTheKeysAndHoldsTheBands()
    {
        var json = await RunAsync(new IntervalsStudy(TimeProvider.System), Options(file: Write("SAMPLE", 1600, seed: 1)));
        Assert.InRange(json["coverage_90"]!.GetValue<double>(), 0.875, 0.925);
        Assert.InRange(json["coverage_50"]!.GetValue<double>(), 0.45, 0.55);
        Assert.InRange(json["worst_250_error_90"]!.GetValue<double>(), 0, 0.1);
        Assert.InRange(json["width_90_vs_ewma_normal"]!.GetValue<double>(), 0.5, 1.5);
        Assert.True(json["winkler_90"]!["product"]!.GetValue<double>() > 0);
        var states = json["by_regime"]!.AsObject();
        Assert.Equal(["bull", "bear", "sideways", "high_volatility"], states.Select(state => state.Key));
        Assert.InRange(states.Sum(state => state.Value!["n"]!.GetValue<int>()), 1000, 1100);
        Assert.Equal(1100, json["n"]!.GetValue<int>());
        Assert.Equal(ForecastModel.Version, json["settings"]!["model"]!.GetValue<string>());
    }

    [Fact]
    public async Task Intervals_FromAndTo_ScoreOnlyThatSpan()
    {
        var file = Write("SAMPLE", 1600, seed: 1);
        var span = Options(file) with { From = new DateOnly(2024, 1, 1), To = new DateOnly(2024, 12, 31) };
        var json = await RunAsync(new IntervalsStudy(TimeProvider.System), span);
        Assert.Equal(366, json["n"]!.GetValue<int>());
        Assert.Equal("2024-01-01", json["from"]!.GetValue<string>());
    }

    [Fact]
    public async Task Intervals_Folder_ListsEverySymbolAndPassesShortOnesOver()
    {
        Write("ONE", 900, seed: 1);
        Write("TWO", 900, seed: 2);
        Write("SHORT", 300, seed: 3);
        var json = await RunAsync(new IntervalsStudy(TimeProvider.System), new StudyOptions(null, _folder.Path, null, null, null));
        Assert.Equal(["ONE", "TWO"], json["per_symbol"]!.AsArray().Select(row => row!["symbol"]!.GetValue<string>()), StringComparer.Ordinal);
        Assert.Contains("SHORT", json["settings"]!["passed_over"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Volatility_OneFile_BeatsAConstantWhereVolatilityMoves()
    {
        var json = await RunAsync(new VolatilityStudy(TimeProvider.System), Options(Write("SAMPLE", 1600, seed: 1)));
        foreach (var key in (string[])["qlike_h1", "qlike_h5", "qlike_h20"])
        {
            Assert.True(json[key]!["product"]!.GetValue<double>() < json[key]!["const"]!.GetValue<double>(), json.ToJsonString());
        }

        Assert.True(json["dm_p"]!["h1"]!["ewma"]!.GetValue<double>() < 0.05, json.ToJsonString());
    }

    [Fact]
    public async Task Volatility_FiveDailySeries_ScoresThePanelBesideTheOthers()
    {
        string[] symbols = ["ONE", "TWO", "THREE", "FOUR", "FIVE"];
        for (var s = 0; s < symbols.Length; s++)
        {
            Write(symbols[s], 1000, seed: s + 1);
        }

        var json = await RunAsync(new VolatilityStudy(TimeProvider.System), new StudyOptions(null, _folder.Path, null, null, null));
        Assert.Equal(5, json["settings"]!["panel_symbols"]!.GetValue<int>());
        Assert.InRange(json["dm_p_panel"]!["h1"]!["har"]!.GetValue<double>(), 0, 1);
        var rows = json["per_symbol"]!.AsArray();
        Assert.Equal(symbols.Order(StringComparer.Ordinal), rows.Select(row => row!["symbol"]!.GetValue<string>()), StringComparer.Ordinal);
        foreach (var model in (string[])["har", "product", "panel"])
        {
            Assert.Equal(rows.Average(row => row!["qlike_h5"]![model]!.GetValue<double>()), json["qlike_h5"]![model]!.GetValue<double>(), 1e-5);
        }

        // All five share one course of volatility, which the panel sees more clearly than any of them alone.
        Assert.True(json["qlike_h1"]!["panel"]!.GetValue<double>() < json["qlike_h1"]!["product"]!.GetValue<double>(), json.ToJsonString());
    }

    [Fact]
    public async Task Volatility_FourSeries_HasNoPanel()
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            Write($"S{seed}", 800, seed);
        }

        var json = await RunAsync(new VolatilityStudy(TimeProvider.System), new StudyOptions(null, _folder.Path, null, null, null));
        Assert.Equal(0, json["settings"]!["panel_symbols"]!.GetValue<int>());
        Assert.Null(json["dm_p_panel"]);
        Assert.Null(json["qlike_h1"]!["panel"]);
        Assert.Equal(4, json["per_symbol"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("a.csv", "b")]
    [InlineData("missing.csv", null)]
    public async Task Studies_NoUsableInput_SayWhatToGive(string? file, string? data)
    {
        foreach (var study in (IStudy[])[new IntervalsStudy(TimeProvider.System), new VolatilityStudy(TimeProvider.System)])
        {
            await Assert.ThrowsAsync<InputException>(() => RunAsync(study, new StudyOptions(file, data, null, null, null)));
        }
    }

    [Fact]
    public async Task Intervals_SpanWithoutBars_SaysSo() => await Assert.ThrowsAsync<InputException>(() => RunAsync(
        new IntervalsStudy(TimeProvider.System), Options(Write("SAMPLE", 900, seed: 1)) with { From = new DateOnly(2031, 1, 1) }));

    private static StudyOptions Options(string file) => new(file, null, null, null, null);

    private static async Task<JsonObject> RunAsync(IStudy study, StudyOptions options) =>
        (await study.RunAsync(options, new Progress<string>(), CancellationToken.None)).Json;

    private string Write(string symbol, int count, int seed)
    {
        var bars = SampleBars.Daily(count, seed, symbol);
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            text.Append(CultureInfo.InvariantCulture, $"{bar.Time:yyyy-MM-dd},{bar.Open:R},{bar.High:R},{bar.Low:R},{bar.Close:R},{bar.Volume}\n");
        }

        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "crypto")).FullName, $"{symbol}.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
