using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Features.Panel;
using AraWeb.Engine.Models;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Registry;
using AraWeb.Tests.Engine.Models.Linear;
using AraWeb.Tests.Engine.Registry;

namespace AraWeb.Tests.Engine.Prediction.Means;

public sealed class RegisteredPoolsTests : IDisposable
{
    private readonly RegistrySample _sample = new();
    private readonly ModelRegistry _registry;
    private readonly RegisteredPools _pools;

    public RegisteredPoolsTests()
    {
        _registry = new ModelRegistry(_sample.Folder, _sample.Keys, RegistryLimits.Usual, _sample.Time);
        _pools = new RegisteredPools(_ => ValueTask.FromResult<ModelRegistry?>(_registry), _sample.Time);
    }

    public void Dispose() => _sample.Dispose();

    [Fact]
    public async Task InUseAsync_PromotionsAndRollback_AreFollowedAndPastMomentsKeepTheirs()
    {
        Register(PanelFeatures.Version);
        Assert.Null((await InUseAsync()).Pool);
        _sample.Time.Advance(RegisteredPools.Memory);
        _registry.Promote("pool", 1, "test");
        var first = _sample.Time.GetUtcNow();
        Register(PanelFeatures.Version);
        _sample.Time.Advance(RegisteredPools.Memory);
        Assert.Equal(1, (await InUseAsync()).Pool!.Version);
        _registry.Promote("pool", 2, "test");
        _sample.Time.Advance(RegisteredPools.Memory);
        Assert.Equal(2, (await InUseAsync()).Pool!.Version);
        Assert.Equal(1, (await _pools.InUseAsync(isSimulated: false, first, CancellationToken.None)).Pool!.Version);
        Assert.Null((await _pools.InUseAsync(isSimulated: false, first.AddTicks(-1), CancellationToken.None)).Pool);
        _registry.Rollback("pool", "test");
        _sample.Time.Advance(RegisteredPools.Memory);
        Assert.Equal(1, (await InUseAsync()).Pool!.Version);
        Assert.Null((await _pools.InUseAsync(isSimulated: true, _sample.Time.GetUtcNow(), CancellationToken.None)).Pool);
    }

    [Fact]
    public async Task FindAsync_ByTag_GivesThatFileAndNoOther()
    {
        Register(PanelFeatures.Version);
        _registry.Promote("pool", 1, "test");
        var tag = (await InUseAsync()).Pool!.Tag;

        Assert.Equal(tag, (await _pools.FindAsync(tag, CancellationToken.None)).Pool!.Tag);
        Assert.Contains("in place of", (await _pools.FindAsync("pool.1.ffffffff", CancellationToken.None)).Note, StringComparison.Ordinal);
        Assert.Contains("cannot be used", (await _pools.FindAsync("pool.7.ffffffff", CancellationToken.None)).Note, StringComparison.Ordinal);
        Assert.Contains("names no version", (await _pools.FindAsync("nonsense", CancellationToken.None)).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InUseAsync_FileChangedByAByte_IsPassedOverAndSaysSo()
    {
        Register(PanelFeatures.Version);
        _registry.Promote("pool", 1, "test");
        var file = Directory.EnumerateFiles(_sample.Folder, "*", SearchOption.AllDirectories).OrderByDescending(path => new FileInfo(path).Length).First();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^9] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        var choice = await InUseAsync();
        Assert.Null(choice.Pool);
        Assert.StartsWith("the pooled model pool cannot be used: ", choice.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InUseAsync_OtherFeatureSet_IsPassedOverAndSaysSo()
    {
        Register("panel-0");
        _registry.Promote("pool", 1, "test");
        Assert.Contains("learned the features panel-0", (await InUseAsync()).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InUseAsync_NoRegistryYet_SaysSoAndLooksAgain()
    {
        ModelRegistry? registry = null;
        var pools = new RegisteredPools(_ => ValueTask.FromResult(registry), _sample.Time);
        var before = await pools.InUseAsync(isSimulated: false, _sample.Time.GetUtcNow(), CancellationToken.None);
        Assert.Contains("trained yet", before.Note, StringComparison.Ordinal);
        Register(PanelFeatures.Version);
        _registry.Promote("pool", 1, "test");
        registry = _registry;
        Assert.NotNull((await pools.InUseAsync(isSimulated: false, _sample.Time.GetUtcNow(), CancellationToken.None)).Pool);
    }

    [Fact]
    public async Task InUseAsync_KeyRotatedSinceOpening_OpensAgain()
    {
        using var later = new RegistrySample();
        var opened = 0;
        var pools = new RegisteredPools(_ => ValueTask.FromResult<ModelRegistry?>(opened++ == 0 ? WithoutKey(later) : _registry), _sample.Time);
        Register(PanelFeatures.Version);
        _registry.Promote("pool", 1, "test");

        Assert.NotNull((await pools.InUseAsync(isSimulated: false, _sample.Time.GetUtcNow(), CancellationToken.None)).Pool);
        Assert.Equal(2, opened);
    }

    private ModelRegistry WithoutKey(RegistrySample other) => new(_sample.Folder, other.Keys, RegistryLimits.Usual, _sample.Time);

    private ValueTask<PoolChoice> InUseAsync() => _pools.InUseAsync(isSimulated: false, _sample.Time.GetUtcNow(), CancellationToken.None);

    private void Register(string featureSet)
    {
        var data = LinearSample.Plain;
        var member = ForecasterCatalog.Learners[0].Fit(data, 1, CancellationToken.None);
        var weights = new PoolWeights([1], [[1], [1], [1], [1]]);
        using var file = new MemoryStream();
        PooledModelFile.Write(new PooledModel(featureSet, data.FeatureNames, data.Horizons, [member], [weights], DateTimeOffset.UnixEpoch), file);
        _registry.Register(RegistrySample.Draft("pool") with { FeatureNames = data.FeatureNames }, file.ToArray(), "test");
    }
}
