using AraWeb.Engine.Registry;

namespace AraWeb.Tests.Engine.Registry;

public sealed class LoadedModelsTests : IDisposable
{
    private readonly RegistrySample _sample = new();
    private int _reads;

    public LoadedModelsTests()
    {
        for (var i = 0; i < 3; i++)
        {
            _sample.Registry.Register(RegistrySample.Draft(), RegistrySample.File, "trained");
        }
    }

    public void Dispose() => _sample.Dispose();

    [Fact]
    public async Task Get_ManyThreads_ReadsOnceAndShares()
    {
        using var open = new ManualResetEventSlim();
        var models = Make(
            file =>
            {
                open.Wait(TimeSpan.FromSeconds(20));
                return Read(file);
            },
            2);
        var asked = Enumerable.Range(0, 8).Select(_ => Task.Run(() => models.Get("ridge-1d", 1, RegistrySample.Features))).ToArray();
        open.Set();
        var got = await Task.WhenAll(asked);
        Assert.Equal(1, _reads);
        Assert.All(got, each => Assert.Same(got[0], each));
    }

    [Fact]
    public void Get_MoreThanTheBound_GivesUpTheOneUnusedForLongest()
    {
        var models = Make(Read, 2);
        var first = models.Get("ridge-1d", 1, RegistrySample.Features);
        models.Get("ridge-1d", 2, RegistrySample.Features);
        models.Get("ridge-1d", 1, RegistrySample.Features);
        models.Get("ridge-1d", 3, RegistrySample.Features);
        Assert.Equal((2, 3), (models.Count, _reads));
        Assert.Same(first, models.Get("ridge-1d", 1, RegistrySample.Features));
        models.Get("ridge-1d", 2, RegistrySample.Features);
        Assert.Equal(4, _reads);
    }

    [Fact]
    public void Get_AfterItsLifetime_IsReadAndCheckedAgain()
    {
        var models = Make(Read, 2);
        models.Get("ridge-1d", 1, RegistrySample.Features);
        File.WriteAllText(_sample.PathOf("ridge-1d", "v1", "model"), "changed");
        _sample.Time.Advance(TimeSpan.FromMinutes(59));
        models.Get("ridge-1d", 1, RegistrySample.Features);
        _sample.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Throws<ModelRefusedException>(() => models.Get("ridge-1d", 1, RegistrySample.Features));
        Assert.Equal((0, 1), (models.Count, _reads));
    }

    [Fact]
    public void Get_AfterAFailure_TriesAgain()
    {
        var fails = true;
        var models = Make(file => fails ? throw new ModelRefusedException(ModelRefusal.Changed, "no", "no") : Read(file), 2);
        Assert.Throws<ModelRefusedException>(() => models.Get("ridge-1d", 1, RegistrySample.Features));
        fails = false;
        Assert.NotNull(models.Get("ridge-1d", 1, RegistrySample.Features));
    }

    [Fact]
    public void Get_OtherFeaturesOfAHeldModel_IsRefused()
    {
        var models = Make(Read, 2);
        models.Get("ridge-1d", 1, RegistrySample.Features);
        Assert.Throws<ModelRefusedException>(() => models.Get("ridge-1d", 1, ["volume"]));
        Assert.Equal(1, models.Count);
    }

    private LoadedModels<object> Make(Func<LoadedFile, object> read, int bound) =>
        new(_sample.Registry, read, bound, TimeSpan.FromHours(1), _sample.Time);

    private object Read(LoadedFile file)
    {
        Interlocked.Increment(ref _reads);
        return file.Bytes.ToArray();
    }
}
