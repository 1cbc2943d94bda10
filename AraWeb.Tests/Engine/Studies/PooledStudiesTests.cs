using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Accuracy;
using AraWeb.Tests.Engine.Training;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Studies;

public sealed class PooledStudiesTests : IDisposable
{
    private const int Seed = 8;
    private const int Bars = 1100;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rank_SeriesThatLean_FindsTheOrderAndThePlaceboFindsNone()
    {
        var json = await RunAsync(new RankStudy(TimeProvider.System), Write(8, lean: 0.6), horizon: 1);
        Assert.Equal("edge", json["edge"]!.GetValue<string>());
        Assert.True(json["rank_ic"]!.GetValue<double>() > 0.05 && json["t"]!.GetValue<double>() > 2, $"{json["rank_ic"]}, t {json["t"]}; seed {Seed}");
        Assert.InRange(json["placebo_t"]?.GetValue<double>() ?? 0, -3.5, 3.5);
        Assert.InRange(json["n_days"]!.GetValue<int>(), 50, 350);
        Assert.Equal(8, json["members"]!.AsObject().Count);
        Assert.Empty(json["settings"]!["failures"]!.AsArray());
    }

    [Fact]
    public async Task Rank_FourSeries_MakeNoOrder()
    {
        var error = await Assert.ThrowsAsync<InputException>(() => RunAsync(new RankStudy(TimeProvider.System), Write(4, lean: 0), horizon: 1));
        Assert.Contains("at least 5", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Direction_SeriesThatLean_BeatsAlwaysUpAndThePastShare()
    {
        var json = await RunAsync(new DirectionStudy(TimeProvider.System), Write(6, lean: 0.6), horizon: 1);
        Assert.True(
            json["accuracy"]!.GetValue<double>() > json["always_up"]!.GetValue<double>() + 0.02,
            $"{json["accuracy"]} against {json["always_up"]}; seed {Seed}");
        Assert.True(json["brier_skill"]!.GetValue<double>() > 0, $"{json["brier_skill"]}; seed {Seed}");
        var curve = json["curve"]!.AsArray();
        Assert.Equal(5, curve.Count);
        Assert.True(curve[4]!["coverage"]!.GetValue<double>() < curve[0]!["coverage"]!.GetValue<double>());
        Assert.Equal(9, json["members"]!.AsObject().Count);
    }

    [Fact]
    public async Task Direction_OneFile_SaysThatAFolderIsNeeded()
    {
        var options = new StudyOptions("one.csv", null, null, null, null);
        var error = await Assert.ThrowsAsync<InputException>(
            () => new DirectionStudy(TimeProvider.System).RunAsync(options, new Progress<string>(), CancellationToken.None));
        Assert.Equal("data", error.Name);
    }

    private static async Task<JsonObject> RunAsync(IStudy study, string folder, int horizon) => (await study.RunAsync(
        new StudyOptions(null, folder, null, null, horizon), new Progress<string>(), CancellationToken.None)).Json;

    private string Write(int count, double lean)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "crypto")).FullName;
        foreach (var bars in MomentumSeries.Make(count, Bars, lean, Seed))
        {
            var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
            for (var i = 0; i < bars.Count; i++)
            {
                var bar = bars[i];
                text.Append(CultureInfo.InvariantCulture, $"{bar.Time:yyyy-MM-dd},{bar.Open:R},{bar.High:R},{bar.Low:R},{bar.Close:R},{bar.Volume}\n");
            }

            File.WriteAllText(Path.Combine(folder, $"{bars.Symbol}.csv"), text.ToString());
        }

        return _folder.Path;
    }
}
