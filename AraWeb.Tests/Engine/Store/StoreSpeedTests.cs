using AraWeb.Engine.Store;
using AraWeb.Engine.Store.Bars;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Benchmarks;

namespace AraWeb.Tests.Engine.Store;

/// <summary>The goals of <c>bench store</c>, held by the study itself on the real store. Peers with a row for each bar reach about these figures.</summary>
public sealed class StoreSpeedTests
{
    [Fact]
    [Trait("Category", "Speed")]
    public async Task Bench_RealStore_MeetsItsGoals()
    {
        var study = new StoreBenchmark(async (folder, work, cancellationToken) =>
        {
            using var databases = new StoreDatabases(folder);
            await new StoreInitializer(databases).InitializeAsync(cancellationToken);
            await work(new SqliteBarStore(databases));
        });

        var json = (await study.RunAsync(new StudyOptions(null, null, null, null, null), new Progress<string>(), CancellationToken.None)).Json;

        Assert.True(json["insert_rows_s"]!.GetValue<double>() >= 250_000, json.ToJsonString());
        Assert.True(json["read_1000_ms"]!.GetValue<double>() <= 0.6, json.ToJsonString());
    }
}
