using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Models.Trees.Forests;

namespace AraWeb.Tests.Engine.Models.Trees.Forests;

public sealed class ForestFileTests
{
    private static readonly ForestSettings Settings = ForestSamples.PlainTree with { Trees = 3, Bootstrap = true, LeafSample = 2 };

    public static TheoryData<string> Ids => ["random_forest", "extra_trees"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Load_WhatSaveWrote_KeepsQuantilesToo(string id)
    {
        var model = Make(id);
        var fitted = (FittedForest)model.Fit(ForestSamples.Small(), 1, CancellationToken.None);
        var loaded = (FittedForest)model.Load(new MemoryStream(Save(fitted)));
        var (before, after) = (new double[3], new double[3]);
        fitted.Forest.Quantiles([0.1, 0.5, 0.9], 1, [0.1, 0.5, 0.9], before);
        loaded.Forest.Quantiles([0.1, 0.5, 0.9], 1, [0.1, 0.5, 0.9], after);
        Assert.Equal(before, after);
        Assert.Equal(Save(fitted), Save(loaded));
    }

    [Fact]
    public void Load_AnyByteChanged_IsRefused()
    {
        var model = Make("random_forest");
        var good = Save(model.Fit(ForestSamples.Small(), 1, CancellationToken.None));
        for (var at = 0; at < good.Length; at++)
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= 1;
            Assert.Throws<ModelException>(() => model.Load(new MemoryStream(bad)));
        }
    }

    [Fact]
    public void Load_CutOffOrLonger_IsRefused()
    {
        var model = Make("random_forest");
        var good = Save(model.Fit(ForestSamples.Small(), 1, CancellationToken.None));
        for (var length = 0; length < good.Length; length += 13)
        {
            Assert.Throws<ModelException>(() => model.Load(new MemoryStream(good[..length])));
        }

        Assert.Throws<ModelException>(() => model.Load(new MemoryStream([.. good, 0])));
    }

    [Fact]
    public void Load_FileOfTheOtherForest_SaysWhichItIs()
    {
        var file = Save(Make("extra_trees").Fit(ForestSamples.Small(), 1, CancellationToken.None));
        var error = Assert.Throws<ModelException>(() => Make("random_forest").Load(new MemoryStream(file)));
        Assert.Contains("extra_trees", error.Message, StringComparison.Ordinal);
    }

    // Files with a sound check sum and content that does not fit: a count that is not there, a column beyond the last, entries out of order, no trees.
    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(0)]
    public void Load_CountThatIsNotThere_IsRefusedBeforeMemoryIsTaken(int trees)
    {
        using var file = new MemoryStream();
        ModelSeal.Write(file, "random_forest", writer =>
        {
            ModelSeal.WriteAll(writer, [1]);
            writer.Write(3);
            writer.Write(trees);
        });
        file.Position = 0;
        Assert.Throws<ModelException>(() => Make("random_forest").Load(file));
    }

    [Theory]
    [InlineData(3, 1, 2, 1)]
    [InlineData(0, 0, 2, 1)]
    [InlineData(0, 1, 9, 1)]
    [InlineData(0, 1, 2, 7)]
    public void Load_TreeThatCannotBe_IsRefused(int feature, int left, int right, int means)
    {
        using var file = new MemoryStream();
        ModelSeal.Write(file, "random_forest", writer =>
        {
            ModelSeal.WriteAll(writer, [1]);
            writer.Write(3);
            writer.Write(1);
            ModelSeal.WriteAll(writer, [feature, -1, -1]);
            ModelSeal.WriteAll(writer, [0.5, 0, 0]);
            ModelSeal.WriteAll(writer, [left, 0, 0]);
            ModelSeal.WriteAll(writer, [right, 0, 0]);
            writer.Write([0, 0, 0]);
            ModelSeal.WriteAll(writer, [0.0, 0, 0]);
            ModelSeal.WriteAll(writer, [2.0, 1, 1]);
            ModelSeal.WriteAll(writer, new double[3 * means]);
            ModelSeal.WriteAll(writer, new double[3 * means]);
            writer.Write(false);
        });
        file.Position = 0;
        Assert.Throws<ModelException>(() => Make("random_forest").Load(file));
    }

    private static IForecaster Make(string id) => id == "random_forest" ? new RandomForestForecaster(Settings) : new ExtraTreesForecaster(Settings);

    private static byte[] Save(IFittedForecaster fitted)
    {
        using var file = new MemoryStream();
        fitted.Save(file);
        return file.ToArray();
    }
}
