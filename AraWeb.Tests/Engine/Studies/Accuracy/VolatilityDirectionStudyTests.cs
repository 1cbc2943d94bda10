using System.Globalization;
using System.Text;
using AraWeb.Engine.Core;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Accuracy;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Studies.Accuracy;

public sealed class VolatilityDirectionStudyTests : IDisposable
{
    private static readonly string[] Coverages = ["full", "80", "60", "50", "20"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_OneFile_HasEveryFigureAtEveryCoverage()
    {
        var report = await ReportAsync(new StudyOptions(Write("WAVES", 1200, seed: 1), null, null, null, null));
        var json = report.Json;
        foreach (var method in (string[])["accuracy", "persistence", "persistence_calibrated"])
        {
            Assert.Equal(Coverages, json[method]!.AsObject().Select(pair => pair.Key));
            foreach (var (_, point) in json[method]!.AsObject())
            {
                var ends = point!["ci95"]!.AsArray();
                Assert.InRange(point["accuracy"]!.GetValue<double>(), ends[0]!.GetValue<double>(), ends[1]!.GetValue<double>());
                Assert.True(point["n"]!.GetValue<int>() >= point["days"]!.GetValue<int>() && point["majority"]!.GetValue<double>() >= 0.5);
            }
        }

        Assert.Equal(1200 - 500 - 5 + 1, json["n"]!.GetValue<int>());
        Assert.Equal(json["n"]!.GetValue<int>(), json["accuracy"]!["full"]!["n"]!.GetValue<int>());
        Assert.Equal(5, json["settings"]!["horizon"]!.GetValue<int>());
        Assert.Null(json["per_symbol"]);
        Assert.Contains("peer S&P 500", Assert.Single(report.Tables).Columns);
    }

    [Fact]
    public async Task RunAsync_Folder_PoolsSymbolsWithDaysAsClusters()
    {
        Write("ONE", 900, seed: 1);
        Write("TWO", 900, seed: 2);
        Write("SHORT", 300, seed: 3);
        var report = await ReportAsync(new StudyOptions(null, _folder.Path, null, null, 20));
        var json = report.Json;
        Assert.Equal(["ONE", "TWO"], json["per_symbol"]!.AsArray().Select(row => row!["symbol"]!.GetValue<string>()), StringComparer.Ordinal);
        Assert.Equal((762, 381), (json["n"]!.GetValue<int>(), json["days"]!.GetValue<int>()));
        Assert.Equal(2, json["symbols"]!.GetValue<int>());
        Assert.Contains("SHORT", json["settings"]!["passed_over"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(2, report.Tables[1].Rows.Count);
        Assert.DoesNotContain("peer S&P 500", report.Tables[0].Columns);
    }

    [Fact]
    public async Task RunAsync_FromAndTo_ScoresOutcomesOfThatSpan()
    {
        var file = Write("WAVES", 1200, seed: 1);
        var json = (await ReportAsync(new StudyOptions(file, null, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), null))).Json;
        Assert.Equal("2023-12-31", json["from"]!.GetValue<string>());
        Assert.Equal("2024-12-26", json["to"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("a.csv", "b", null)]
    [InlineData("missing.csv", null, null)]
    [InlineData("missing.csv", null, 0)]
    [InlineData("missing.csv", null, 31)]
    public async Task RunAsync_NoUsableInput_SaysWhatToGive(string? file, string? data, int? horizon) =>
        await Assert.ThrowsAsync<InputException>(() => ReportAsync(new StudyOptions(file, data, null, null, horizon)));

    [Fact]
    public async Task RunAsync_SpanWithoutBars_SaysSo()
    {
        var options = new StudyOptions(Write("WAVES", 900, seed: 1), null, new DateOnly(2031, 1, 1), null, null);
        await Assert.ThrowsAsync<InputException>(() => ReportAsync(options));
    }

    private static async Task<StudyReport> ReportAsync(StudyOptions options) =>
        await new VolatilityDirectionStudy(TimeProvider.System).RunAsync(options, new Progress<string>(), CancellationToken.None);

    private string Write(string symbol, int count, int seed)
    {
        var bars = WaveBars.Make(count, memory: 0.97, noise: 0.2, seed, symbol);
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            text.Append(CultureInfo.InvariantCulture, $"{bar.Time:yyyy-MM-dd},{bar.Open:R},{bar.High:R},{bar.Low:R},{bar.Close:R},{bar.Volume}\n");
        }

        return _folder.Write($"crypto/{symbol}.csv", text.ToString());
    }
}
