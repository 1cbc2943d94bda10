using AraWeb.Engine.Jobs;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Store;
using AraWeb.Engine.Studies;
using AraWeb.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AraWeb.Tests.Web.Hosting;

public sealed class StoreHostingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ara-hosting-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AddStore_AfterSetup_ServesEveryPortFromTheConfiguredFolder()
    {
        var folder = Path.Combine(_folder, "deep", "data");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage:Folder"] = folder })
            .Build();
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddStore(configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        await services.GetRequiredService<StoreInitializer>().InitializeAsync(CancellationToken.None);

        Assert.True(File.Exists(Path.Combine(folder, "bars.db")));
        Assert.Empty(await services.GetRequiredService<IBarStore>().ListAsync(CancellationToken.None));
        Assert.Empty(await services.GetRequiredService<ILedgerStore>().PendingAsync(DateTimeOffset.MaxValue, 1, CancellationToken.None));
        Assert.Empty(await services.GetRequiredService<IJobHistory>().RecentAsync(1, CancellationToken.None));
        Assert.Empty(await services.GetRequiredService<LedgerResolver>().ResolveDueAsync(CancellationToken.None));
        Assert.Contains(services.GetServices<IStudy>(), study => study is { Kind: StudyKind.Bench, Name: "store" });
    }
}
