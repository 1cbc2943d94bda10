using System.Security.Cryptography;
using AraWeb.Engine.Core;
using AraWeb.Engine.Registry;

namespace AraWeb.Tests.Engine.Registry;

public sealed class ModelRegistryTests : IDisposable
{
    private readonly RegistrySample _sample = new();

    private ModelRegistry Registry => _sample.Registry;

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Register_Draft_IsThereWithItsCardAndBytes()
    {
        var card = Add();
        Assert.Equal(1, card.Version);
        Assert.Equal(_sample.Time.GetUtcNow(), card.Created);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(RegistrySample.File)), card.FileHash);

        // sha256sum of "momentum\nvolatility\n".
        Assert.Equal("64d24512e7fca79a43d0d89eb6eebd2b128f626880c3ab44141fd01c24daddf0", card.FeatureHash);
        var loaded = Registry.Load("ridge-1d", 1, RegistrySample.Features);
        Assert.Equal(RegistrySample.File, loaded.Bytes.ToArray());
        Assert.Equal(("ridge", 2516, 0.95), (loaded.Card.Model.Family, loaded.Card.Model.DataRows, loaded.Card.Model.Metrics[0].Lower));
        var entry = Assert.Single(Registry.List());
        Assert.Equal((1, ModelStage.Candidate, null), (entry.Version, entry.Stage, entry.Refusal));
        Assert.Equal(2, Add().Version);
    }

    [Fact]
    public void Register_Twice_LeavesNoDraftsBehind()
    {
        Add();
        Add();
        var entries = Directory.EnumerateFileSystemEntries(_sample.PathOf("ridge-1d")).Select(path => Path.GetFileName(path));
        Assert.Equal([".lock", "stages", "v1", "v2"], entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rollback_AfterTwoPromotions_BringsTheFormerBack()
    {
        for (var i = 0; i < 3; i++)
        {
            Add();
        }

        Registry.Promote("ridge-1d", 1, "the first");
        Registry.Promote("ridge-1d", 2, "better");
        Assert.Equal((ModelStage.Previous, ModelStage.Live), (Registry.Stages("ridge-1d").Of(1), Registry.Stages("ridge-1d").Of(2)));
        Registry.Promote("ridge-1d", 3, "better still");
        Assert.Equal(ModelStage.Retired, Registry.Stages("ridge-1d").Of(1));
        _sample.Time.Advance(TimeSpan.FromHours(1));
        var stages = Registry.Rollback("ridge-1d", "worse in the ledger");
        Assert.Equal((ModelStage.Live, ModelStage.Retired), (stages.Of(2), stages.Of(3)));
        Assert.Equal(2, Registry.Live("ridge-1d")!.Version);
        Assert.Equal(new StageChange(2, ModelStage.Live, "worse in the ledger", _sample.Time.GetUtcNow()), stages.Changes[^1]);
        Assert.Throws<InputException>(() => Registry.Rollback("ridge-1d", "again"));
    }

    [Fact]
    public void Rollback_UnknownModel_LeavesNothingBehind()
    {
        Assert.Equal(ModelRefusal.Missing, Assert.Throws<ModelRefusedException>(() => Registry.Rollback("ridge-1d", "back")).Refusal);
        Assert.False(Directory.Exists(_sample.Folder));
    }

    [Fact]
    public void Refuse_Candidate_IsKeptButNeverLoadedOrPromoted()
    {
        Add();
        Add();
        Registry.Refuse("ridge-1d", 1, "did not beat zero");
        var error = Assert.Throws<ModelRefusedException>(() => Registry.Load("ridge-1d", 1, RegistrySample.Features));
        Assert.Equal(ModelRefusal.RefusedStage, error.Refusal);
        Assert.Throws<InputException>(() => Registry.Promote("ridge-1d", 1, "still"));
        Registry.Promote("ridge-1d", 2, "good");
        Assert.Throws<InputException>(() => Registry.Refuse("ridge-1d", 2, "no"));
    }

    [Fact]
    public void Promote_DamagedFile_ChangesNothing()
    {
        Add();
        File.WriteAllText(_sample.PathOf("ridge-1d", "v1", "model"), "what a model wrotf");
        Assert.Throws<ModelRefusedException>(() => Registry.Promote("ridge-1d", 1, "good"));
        Assert.Equal(ModelStage.Candidate, Registry.Stages("ridge-1d").Of(1));
        Assert.Null(Registry.Live("ridge-1d"));
        Assert.Equal(ModelRefusal.Changed, Assert.Single(Registry.Verify()).Refusal!.Refusal);
    }

    [Fact]
    public void Rollback_DamagedPrevious_LeavesTheLiveOneInUse()
    {
        Add();
        Add();
        Registry.Promote("ridge-1d", 1, "one");
        Registry.Promote("ridge-1d", 2, "two");
        File.Delete(_sample.PathOf("ridge-1d", "v1", "model"));
        Assert.Equal(ModelRefusal.Missing, Assert.Throws<ModelRefusedException>(() => Registry.Rollback("ridge-1d", "back")).Refusal);
        Assert.Equal(2, Registry.Live("ridge-1d")!.Version);
    }

    [Fact]
    public void Load_OtherFeatures_NamesWhereTheyDiffer()
    {
        Add();
        var error = Assert.Throws<ModelRefusedException>(() => Registry.Load("ridge-1d", 1, ["momentum", "volume"]));
        Assert.Equal(ModelRefusal.OtherFeatures, error.Refusal);
        Assert.Contains("number 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SignedByAKeyOfBefore_IsTrusted()
    {
        Add();
        using var next = SigningKey.Create();
        using var keys = new TestModelKeys(next, _sample.Key);
        var registry = new ModelRegistry(_sample.Folder, keys, RegistrySample.Limits, _sample.Time);
        Assert.Equal(RegistrySample.File, registry.Load("ridge-1d", 1, RegistrySample.Features).Bytes.ToArray());
        Assert.Equal(2, registry.Register(RegistrySample.Draft(), RegistrySample.File, "new key").Version);
    }

    [Fact]
    public void Import_WhatExportWrote_IsACandidateThere()
    {
        Add();
        using var bundle = new MemoryStream(Registry.Export("ridge-1d", 1));
        using var other = new RegistrySample();
        Assert.Equal(ModelRefusal.UnknownKey, Assert.Throws<ModelRefusedException>(() => other.Registry.Import(bundle, other.Keys.Find)).Refusal);
        Assert.Empty(other.Registry.List());
        bundle.Position = 0;
        var card = other.Registry.Import(bundle, _sample.Keys.Find);
        Assert.Equal(("1", "5"), (card.Model.Settings["imported_version"], card.Model.Settings["folds"]));
        Assert.Equal(RegistrySample.File, other.Registry.Load("ridge-1d", 1, RegistrySample.Features).Bytes.ToArray());
    }

    [Fact]
    public void Compare_TwoVersions_NamesWhatDiffers()
    {
        Add();
        var draft = RegistrySample.Draft();
        var better = draft.Metrics[0] with { Value = 0.8, Lower = 0.75, Upper = 0.85 };
        Registry.Register(
            draft with
            {
                FeatureNames = ["momentum", "volume"],
                Metrics = [better, better with { Horizon = 5 }],
                Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["folds"] = "7" },
            },
            RegistrySample.File,
            "second");
        var found = Registry.Compare("ridge-1d", 1, 2);
        Assert.Equal(["volume"], found.FeaturesAdded);
        Assert.Equal(["volatility"], found.FeaturesRemoved);
        Assert.Equal(["folds"], found.SettingsChanged);
        Assert.Equal([(1, false), (5, true)], found.Metrics.Select(metric => (metric.Horizon, metric.IsOpen)));
    }

    [Fact]
    public void Register_BadCard_IsRefusedAndNothingIsThere()
    {
        var draft = RegistrySample.Draft();
        ModelDraft[] bad =
        [
            draft with { DataHash = "abc" }, draft with { Horizons = [] }, draft with { Horizons = [0] }, draft with { Trials = 0 },
            draft with { Family = "Ridge Model" }, draft with { FeatureNames = ["a", "a"] }, draft with { DataTo = new DateOnly(2014, 1, 1) },
            draft with { Metrics = [draft.Metrics[0] with { Upper = double.NaN }] }, draft with { Metrics = [draft.Metrics[0] with { Count = 0 }] },
        ];
        Assert.All(bad, each => Assert.Throws<InputException>(() => Registry.Register(each, RegistrySample.File, "bad")));
        Assert.Empty(Registry.List());
    }

    [Fact]
    public async Task Register_ManyThreads_GivesEachAVersion()
    {
        var cards = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Add)));
        Assert.Equal(Enumerable.Range(1, 8), cards.Select(card => card.Version).Order());
        Assert.Equal(8, Registry.Verify().Count(entry => entry.Refusal is null));
    }

    [Fact]
    public void Stages_VersionWithoutOne_CountsAsCandidate()
    {
        // As after a program that died between the two steps.
        Add();
        File.Delete(_sample.PathOf("ridge-1d", "stages"));
        Assert.Equal(ModelStage.Candidate, Assert.Single(Registry.List()).Stage);
        Registry.Promote("ridge-1d", 1, "good");
        Assert.Equal(1, Registry.Live("ridge-1d")!.Version);
    }

    private ModelCard Add() => Registry.Register(RegistrySample.Draft(), RegistrySample.File, "trained");
}
