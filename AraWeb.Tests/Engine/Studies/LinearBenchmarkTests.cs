using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Benchmarks;

namespace AraWeb.Tests.Engine.Studies;

public sealed class LinearBenchmarkTests
{
    [Fact]
    public async Task RunAsync_Always_HasTheKeysOfTheGoals()
    {
        var options = new StudyOptions(null, null, null, null, null);
        var json = (await new LinearBenchmark(200).RunAsync(options, new Progress<string>(), CancellationToken.None)).Json;
        foreach (var key in (string[])["ridge_ms", "lasso_ms", "elasticnet_ms", "ridge_chosen_ms", "lasso_processor_ms"])
        {
            Assert.True(json[key]!.GetValue<double>() > 0, key);
        }

        Assert.Equal([1, 4, 16], json["scaling"]!.AsArray().Select(row => row!["work"]!.GetValue<int>()));
        Assert.Equal(120, json["settings"]!["features"]!.GetValue<int>());
    }
}
