using AraWeb.Commands;
using AraWeb.Engine.Models.Linear;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Store;
using AraWeb.Engine.Training;
using AraWeb.Hosting;
using AraWeb.Tests.Engine.Registry;
using AraWeb.Tests.Engine.Store;
using AraWeb.Tests.Engine.Training;
using AraWeb.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AraWeb.Tests.Web.Commands;

public sealed class ModelsCommandTests : IAsyncLifetime
{
    private TempStore _store = null!;

    private string ModelFile => Path.Combine(_store.Databases.Folder, "models", "ridge-1d", "v1", "model");

    public async Task InitializeAsync()
    {
        _store = await TempStore.CreateAsync();
        await using var services = Services(_store);
        using var keys = await services.ModelKeysAsync(CancellationToken.None);
        var registry = services.ModelRegistry(keys);
        for (var i = 0; i < 2; i++)
        {
            registry.Register(RegistrySample.Draft(), RegistrySample.File, "trained");
        }
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task List_TwoVersions_ShowsStagesAndFigures()
    {
        var plain = await RunAsync("list");
        Assert.Equal(ExitCodes.Done, plain.ExitCode);
        Assert.Contains("mean_squared_error 0.99 [0.95 to 1.03] over 1 bars, zero 1, n = 500", plain.Output, StringComparison.Ordinal);
        var models = (await RunAsync("list", "--json")).Json["models"]!.AsArray();
        Assert.Equal([1, 2], models.Select(model => (int)model!["version"]!));
        Assert.All(models, model => Assert.Equal("candidate", (string?)model!["stage"]));
    }

    [Fact]
    public async Task List_NoModels_SaysSo()
    {
        using var empty = await TempStore.CreateAsync();
        var run = await CommandRun.StartAsync(["models", "list"], On(empty), CancellationToken.None);
        Assert.Contains("no models yet", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollback_AfterPromotions_BringsTheFormerBack()
    {
        Assert.Equal(ExitCodes.BadInput, (await RunAsync("show", "ridge-1d")).ExitCode);
        await RunAsync("promote", "ridge-1d", "1");
        Assert.Equal(2, (int?)(await RunAsync("promote", "ridge-1d", "2", "--json")).Json["live"]);
        var back = (await RunAsync("rollback", "ridge-1d", "--reason", "worse", "--json")).Json;
        Assert.Equal((1, null), ((int?)back["live"], (int?)back["previous"]));
        var shown = (await RunAsync("show", "ridge-1d", "--json")).Json;
        Assert.Equal((1, "live"), ((int?)shown["model"]!["version"], (string?)shown["model"]!["stage"]));
        Assert.Equal("worse", (string?)shown["stages"]!.AsArray()[^1]!["reason"]);
        Assert.Contains("Registered", (await RunAsync("show", "ridge-1d")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.BadInput, (await RunAsync("rollback", "ridge-1d")).ExitCode);
    }

    [Fact]
    public async Task Verify_ChangedFile_EndsWithTwoAndSaysWhy()
    {
        Assert.Equal(ExitCodes.Done, (await RunAsync("verify")).ExitCode);
        await File.WriteAllTextAsync(ModelFile, "what a model wrotf");
        var plain = await RunAsync("verify");
        Assert.Equal(ExitCodes.BadInput, plain.ExitCode);
        Assert.Contains("changed after it was signed", plain.Output, StringComparison.Ordinal);
        var refused = (await RunAsync("verify", "--json")).Json["refused"]!.AsArray();
        Assert.Equal(("changed", 1), ((string?)Assert.Single(refused)!["refusal"], (int?)refused[0]!["version"]));
        var promote = await RunAsync("promote", "ridge-1d", "1", "--json");
        Assert.Equal((ExitCodes.BadInput, "model-refused"), (promote.ExitCode, (string?)promote.Json["error"]!["code"]));
    }

    [Fact]
    public async Task Import_FileOfAnotherMachine_NeedsItsKey()
    {
        using var files = new TempFolder();
        var bundle = Path.Combine(files.Path, "ridge.aramodel");
        Assert.Equal(ExitCodes.Done, (await RunAsync("export", "ridge-1d", bundle, "-n", "1")).ExitCode);
        Assert.Equal(ExitCodes.BadInput, (await RunAsync("export", "ridge-1d", bundle, "-n", "1")).ExitCode);
        Assert.Equal(ExitCodes.BadInput, (await RunAsync("export", "ridge-1d", $"{bundle}.onnx", "--onnx", "-n", "1")).ExitCode);
        Assert.False(File.Exists($"{bundle}.onnx"));
        Assert.Equal(3, (int?)(await RunAsync("import", bundle, "--json")).Json["version"]);

        using var elsewhere = await TempStore.CreateAsync();
        var refused = await CommandRun.StartAsync(["models", "import", bundle], On(elsewhere), CancellationToken.None);
        Assert.Equal(ExitCodes.BadInput, refused.ExitCode);
        Assert.Contains("not trusted here", refused.Error, StringComparison.Ordinal);

        string pem;
        await using (var services = Services(_store))
        {
            using var keys = await services.ModelKeysAsync(CancellationToken.None);
            pem = files.Write("key.pem", PublicKey.PemOf(keys.Signer.PublicKey.Span));
        }

        var taken = await CommandRun.StartAsync(["models", "import", bundle, "--key", pem, "--json"], On(elsewhere), CancellationToken.None);
        Assert.Equal((1, "candidate"), ((int?)taken.Json["version"], (string?)taken.Json["stage"]));
        var noKey = await CommandRun.StartAsync(["models", "import", bundle, "--key", bundle], On(elsewhere), CancellationToken.None);
        Assert.Equal(ExitCodes.BadInput, noKey.ExitCode);
        Assert.Equal(ExitCodes.BadInput, (await RunAsync("import", Path.Combine(files.Path, "none"))).ExitCode);
    }

    [Fact]
    public async Task Compare_TwoVersions_ShowsThemBesideEachOther()
    {
        Assert.Contains("Told apart", (await RunAsync("compare", "ridge-1d", "1", "2")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (int?)(await RunAsync("compare", "ridge-1d", "v1", "v2", "--json")).Json["second"]);
        Assert.Equal(ExitCodes.BadInput, (await RunAsync("compare", "ridge-1d", "1", "9")).ExitCode);
        Assert.Equal(ExitCodes.BadInput, (await RunAsync("compare", "../x", "1", "2")).ExitCode);
        Assert.Equal(ExitCodes.BadInput, (await RunAsync("compare", "ridge-1d", "one", "2")).ExitCode);
    }

    [Fact]
    public async Task Keys_AfterARotation_StillTrustWhatWasSignedBefore()
    {
        Assert.Equal(ExitCodes.Done, (await CommandRun.StartAsync(["ledger", "rotate-key"], On(_store), CancellationToken.None)).ExitCode);
        Assert.Equal(ExitCodes.Done, (await RunAsync("verify")).ExitCode);
        Assert.Equal(ExitCodes.Done, (await RunAsync("promote", "ridge-1d", "1")).ExitCode);
    }

    [Fact]
    public async Task Retrain_StoreWithoutBars_SaysWhatIsMissing()
    {
        var run = await RunAsync("retrain", "--json");
        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Contains("no daily series", (string?)run.Json["error"]!["message"], StringComparison.Ordinal);
        var drift = await RunAsync("drift");
        Assert.Equal(ExitCodes.BadInput, drift.ExitCode);
        Assert.Contains("No version of it is in use", drift.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_VersionInUse_ShowsFeaturesAndScores()
    {
        await using (var services = Services(_store))
        {
            using var keys = await services.ModelKeysAsync(CancellationToken.None);
            var bars = services.GetRequiredService<IBarStore>();
            foreach (var series in MomentumSeries.Make(2, 1100, lean: 0.6, seed: 5))
            {
                await bars.WriteAsync(TempStore.Coin(series.Symbol.Text, "demo"), series, series[1099].Time.AddDays(1), CancellationToken.None);
            }

            var ridge = new RidgeForecaster(new LinearSettings { Penalty = 0.01 });
            var retraining = new Retraining(bars, services.ModelRegistry(keys), [ridge], TimeProvider.System);
            var request = new RetrainingRequest(new HashSet<AraWeb.Engine.Core.Symbol>(), IsSimulated: true, OlderThan: null, Threads: 1);
            var outcome = await retraining.RunAsync(request, new Progress<TrainingStep>(), CancellationToken.None);
            Assert.True(outcome.Training!.WentLive, outcome.Message);
        }

        var json = (await RunAsync("drift", "--simulated", "--json")).Json;
        Assert.False((bool)json["hasDrifted"]!);
        Assert.Equal(3, json["scores"]!.AsArray().Count);
        Assert.Null(json["scores"]![0]!["skill"]);
        Assert.Contains("Nothing has drifted", (await RunAsync("drift", "--simulated")).Output, StringComparison.Ordinal);
        var card = await RunAsync("show", ModelTraining.SimulatedName);
        Assert.Contains("simulated = true", card.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("reference =", card.Output, StringComparison.Ordinal);
    }

    private static Action<IServiceCollection> On(TempStore store) => services =>
        services.Replace(ServiceDescriptor.Singleton(new StoreDatabases(store.Databases.Folder)));

    private static ServiceProvider Services(TempStore store) =>
        new CommandEnvironment(TextWriter.Null, TextWriter.Null, services => services.AddSingleton(new StoreDatabases(store.Databases.Folder))).Services([]);

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.StartAsync(["models", .. args], On(_store), CancellationToken.None);
}
