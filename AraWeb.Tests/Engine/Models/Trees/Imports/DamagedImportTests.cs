using System.Text;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Trees.Imports;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Trees.Imports;

/// <summary>Files that must not load: good files with one thing changed, and what is no model at all.</summary>
public sealed class DamagedImportTests
{
    [Theory]
    [InlineData("", "", "not XGBoost's JSON", 0)]
    [InlineData("{", "", "not XGBoost's JSON")]
    [InlineData("\"learner\":", "\"lerner\":", "no 'learner'")]
    [InlineData("\"num_feature\":\"5\",\"num_target\"", "\"num_feature\":\"6\",\"num_target\"", "trained on 6 columns")]
    [InlineData("\"num_feature\":\"5\",\"num_target\"", "\"num_feature\":\"-5\",\"num_target\"", "trained on -5 columns")]
    [InlineData("\"num_feature\":\"5\",\"num_target\"", "\"num_feature\":\"99999999999\",\"num_target\"", "not XGBoost's JSON")]
    [InlineData("\"num_class\":\"0\"", "\"num_class\":\"3\"", "more than one output")]
    [InlineData("\"num_target\":\"1\"", "\"num_target\":\"2\"", "more than one output")]
    [InlineData("reg:squarederror", "survival:aft", "'survival:aft' is not known")]
    [InlineData("\"2.5E-1\"", "\"nan\"", "base score is nan")]
    [InlineData("\"2.5E-1\"", "\"[1,2]\"", "base score is '[1,2]'")]
    [InlineData("\"name\":\"gbtree\"", "\"name\":\"gblinear\"", "'gblinear'")]
    [InlineData("[\"momentum\",", "[", "names 4 of 5")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[0,", "reaches node 0 twice")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[2,", "twice")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[400,", "leads to node 400")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[-1,", "with children -1")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[1.5,", "not XGBoost's JSON")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[1,1,", "lists of different lengths")]
    [InlineData("\"split_indices\":[0,", "\"split_indices\":[5,", "column 5 of 5")]
    [InlineData("\"split_indices\":[0,", "\"split_indices\":[-1,", "column -1 of 5")]
    [InlineData("\"split_conditions\":[-7.236642E-2,", "\"split_conditions\":[NaN,", "not XGBoost's JSON")]
    [InlineData("\"split_conditions\":[-7.236642E-2,", "\"split_conditions\":[1E99,", "is below")]
    [InlineData("\"split_conditions\":[-7.236642E-2,", "\"split_conditions\":[null,", "not XGBoost's JSON")]
    [InlineData("\"sum_hessian\":[4E2,", "\"sum_hessian\":[-4E2,", "training weight -400")]
    [InlineData("\"split_type\":[0,", "\"split_type\":[1,", "categorical")]
    [InlineData("\"trees\":[", "\"trees\":[{},", "no 'split_conditions'")]
    [InlineData("\"trees\":[", "\"trees\":[7,", "not XGBoost's JSON")]
    [InlineData("\"gradient_booster\":", "\"objective\":{},\"gradient_booster\":", "not XGBoost's JSON")]
    public void Read_DamagedXgboost_SaysWhyAndLoadsNothing(string was, string becomes, string why, int keep = int.MaxValue)
    {
        var text = Repository.Read("AraWeb.Tests", "TestData", "Xgboost", "squared.json");
        AssertRefused(Change(text, was, becomes, keep), why, file => XgboostJson.Read(file, 5));
    }

    [Theory]
    [InlineData("\"weight_drop\":[", "\"weight_drop\":[1,", "one weight for each")]
    [InlineData("\"weight_drop\":[", "\"weights\":[", "no 'weight_drop'")]
    public void Read_DamagedDart_SaysWhyAndLoadsNothing(string was, string becomes, string why)
    {
        var text = Repository.Read("AraWeb.Tests", "TestData", "Xgboost", "dart.json");
        AssertRefused(Change(text, was, becomes), why, file => XgboostJson.Read(file, 5));
    }

    [Theory]
    [InlineData("", "", "does not begin", 0)]
    [InlineData("tree\n", "forest\n", "does not begin")]
    [InlineData("version=v4", "version=v9", "version")]
    [InlineData("max_feature_idx=2", "max_feature_idx=3", "trained on 4 columns")]
    [InlineData("max_feature_idx=2", "max_feature_idx=two", "'two'")]
    [InlineData("num_class=1", "num_class=3", "more than one output")]
    [InlineData("num_tree_per_iteration=1", "num_tree_per_iteration=3", "more than one output")]
    [InlineData("objective=binary sigmoid:2", "objective=multiclass", "'multiclass' is not known")]
    [InlineData("objective=binary sigmoid:2", "objective=binary sigmoid:-2", "sigmoid:-2")]
    [InlineData("objective=binary sigmoid:2", "objective=regression sqrt", "'regression sqrt'")]
    [InlineData("feature_names=momentum ", "feature_names=", "names 2 of 3")]
    [InlineData("num_leaves=4", "num_leaves=5", "3 of 4 numbers")]
    [InlineData("num_leaves=4", "num_leaves=2000000000", "leaves")]
    [InlineData("num_leaves=4", "num_leaves=0", "0 leaves")]
    [InlineData("num_cat=0", "num_cat=1", "categorical")]
    [InlineData("is_linear=0", "is_linear=1", "linear leaves")]
    [InlineData("decision_type=2 8 0", "decision_type=3 8 0", "decision type 3")]
    [InlineData("decision_type=2 8 0", "decision_type=2 12 0", "decision type 12")]
    [InlineData("threshold=0.5 1.25", "threshold=nan 1.25", "is below NaN")]
    [InlineData("threshold=0.5 1.25", "threshold=x 1.25", "'x' in threshold")]
    [InlineData("split_feature=0 1 2", "split_feature=0 1 3", "column 3 of 3")]
    [InlineData("left_child=1 -1 -3", "left_child=0 -1 -3", "reaches node 0 twice")]
    [InlineData("left_child=1 -1 -3", "left_child=1 -1 -9", "leads to node 7")]
    [InlineData("left_child=1 -1 -3", "left_child=1 -1 9", "leads to node 7")]
    [InlineData("leaf_value=0.125", "leaf_value=1e999", "adds")]
    [InlineData("leaf_count=10 20", "leaf_count=-10 20", "training weight -10")]
    [InlineData("num_cat=0\nsplit_feature=0", "num_cat=0\nnum_cat=0\nsplit_feature=0", "twice")]
    [InlineData("end of trees", "end", "cut off")]
    [InlineData("tree_sizes=500 400 200", "tree_sizes=500 400 200 100", "3 of 4 trees")]
    public void Read_DamagedLightgbm_SaysWhyAndLoadsNothing(string was, string becomes, string why, int keep = int.MaxValue)
    {
        var text = Repository.Read("AraWeb.Tests", "TestData", "Lightgbm", "small.txt");
        AssertRefused(Change(text, was, becomes, keep), why, file => LightgbmText.Read(file, 3));
    }

    [Fact]
    public void Read_CutOffAnywhere_IsRefused()
    {
        // Every 97th byte: a file that ends early is never taken for a smaller model.
        var text = Repository.Read("AraWeb.Tests", "TestData", "Xgboost", "squared.json");
        for (var length = 0; length < text.Length - 1; length += 97)
        {
            AssertRefused(text[..length], "not XGBoost's JSON", file => XgboostJson.Read(file, 5));
        }

        text = Repository.Read("AraWeb.Tests", "TestData", "Lightgbm", "small.txt");
        for (var length = 0; length < text.IndexOf("end of trees", StringComparison.Ordinal); length += 7)
        {
            AssertRefused(text[..length], "because", file => LightgbmText.Read(file, 3));
        }
    }

    [Fact]
    public void Read_TreeDeeperThanAnyReal_IsRefused()
    {
        const int Depth = 600;
        var inner = string.Join(' ', Enumerable.Range(0, Depth).Select(_ => "0"));
        var text = Repository.Read("AraWeb.Tests", "TestData", "Lightgbm", "small.txt");
        var start = text.IndexOf("Tree=0", StringComparison.Ordinal);
        var chain = $"""
            Tree=0
            num_leaves={Depth + 1}
            num_cat=0
            split_feature={inner}
            threshold={inner}
            decision_type={inner}
            left_child={string.Join(' ', Enumerable.Range(0, Depth).Select(i => -1 - i))}
            right_child={string.Join(' ', Enumerable.Range(0, Depth).Select(i => i == Depth - 1 ? -1 - Depth : i + 1))}
            leaf_value={inner} 0
            leaf_count={inner} 0
            internal_count={inner}
            end of trees
            """;
        var head = text[..start].Replace("tree_sizes=500 400 200", "tree_sizes=1", StringComparison.Ordinal);
        AssertRefused(head + chain, "deeper", file => LightgbmText.Read(file, 3));
    }

    [Fact]
    public void Read_ZerosThatDoubleATreeAgainAndAgain_AreRefused()
    {
        // Each question sends zeros against its threshold, so each doubles what lies below it: 2^40 nodes from 40.
        const int Depth = 40;
        string Repeat(string word, int count) => string.Join(' ', Enumerable.Repeat(word, count));
        var text = Repository.Read("AraWeb.Tests", "TestData", "Lightgbm", "small.txt");
        var chain = $"""
            Tree=0
            num_leaves={Depth + 1}
            num_cat=0
            split_feature={Repeat("0", Depth)}
            threshold={Repeat("-1", Depth)}
            decision_type={Repeat("6", Depth)}
            left_child={string.Join(' ', Enumerable.Range(0, Depth).Select(i => -1 - i))}
            right_child={string.Join(' ', Enumerable.Range(0, Depth).Select(i => i == Depth - 1 ? -1 - Depth : i + 1))}
            leaf_value={Repeat("1", Depth + 1)}
            leaf_count={Repeat("1", Depth + 1)}
            internal_count={Repeat("1", Depth)}
            end of trees
            """;
        var start = text.IndexOf("Tree=0", StringComparison.Ordinal);
        var head = text[..start].Replace("tree_sizes=500 400 200", "tree_sizes=1", StringComparison.Ordinal);
        AssertRefused(head + chain, "nodes in all", file => LightgbmText.Read(file, 3));
    }

    [Fact]
    public void Read_EndlessFile_StopsAtTheLimit()
    {
        using var endless = new EndlessStream();
        Assert.Contains("bytes", Assert.Throws<ModelException>(() => XgboostJson.Read(endless, 5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneByteChangedAnywhere_IsRefusedOrAModel()
    {
        // Never another kind of error: no index out of range, no endless loop.
        var random = new Random(11);
        byte[] xgboost = File.ReadAllBytes(Repository.PathOf("AraWeb.Tests", "TestData", "Xgboost", "squared.json"));
        byte[] lightgbm = File.ReadAllBytes(Repository.PathOf("AraWeb.Tests", "TestData", "Lightgbm", "small.txt"));
        for (var i = 0; i < 2000; i++)
        {
            TryChanged(xgboost, random, file => XgboostJson.Read(file, 5));
            TryChanged(lightgbm, random, file => LightgbmText.Read(file, 3));
        }
    }

    private static void TryChanged(byte[] good, Random random, Func<Stream, ImportedTrees> read)
    {
        var bytes = (byte[])good.Clone();
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        using var file = new MemoryStream(bytes);
        try
        {
            var model = read(file);
            Assert.False(double.IsNaN(model.Ensemble.Predict(new double[model.Ensemble.FeatureCount])));
        }
        catch (ModelException error)
        {
            Assert.StartsWith("The model file was not loaded", error.Message, StringComparison.Ordinal);
        }
    }

    private static string Change(string text, string was, string becomes, int keep = int.MaxValue)
    {
        if (was.Length > 0)
        {
            var at = text.IndexOf(was, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{was}' is not in the file");
            text = text[..at] + becomes + text[(at + was.Length)..];
        }

        return text[..Math.Min(keep, text.Length)];
    }

    private static void AssertRefused(string text, string why, Func<Stream, ImportedTrees> read)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var error = Assert.Throws<ModelException>(() => read(file));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Advice);
    }
}
