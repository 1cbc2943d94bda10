using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Benchmarks;

namespace AraWeb.Tests.Engine.Studies.Benchmarks;

public sealed class NetsBenchmarkTests
{
    [Fact]
    public async Task RunAsync_Always_HasTheKeysOfTheGoals()
    {
        var options = new StudyOptions(null, null, null, null, null);
        var json = (await new NetsBenchmark(1, 1).RunAsync(options, new Progress<string>(), CancellationToken.None)).Json;
        foreach (var key in (string[])
                 ["transformer_b1_ms", "transformer_b100_ms", "gru_b1_ms", "cnnlstm_b1_ms", "transformer_train_step_b256_s", "peak_gflops"])
        {
            Assert.True(json[key]!.GetValue<double>() > 0, key);
        }

        Assert.InRange(json["matrix_product"]!["n256_share_of_peak"]!.GetValue<double>(), 0.01, 2);
        Assert.Equal([1, 4, 16], json["scaling"]!.AsArray().Select(row => row!["work"]!.GetValue<int>()));
        Assert.Equal(60, json["settings"]!["steps"]!.GetValue<int>());
    }
}
