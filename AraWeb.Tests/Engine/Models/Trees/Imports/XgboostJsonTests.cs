using System.Text.Json;
using AraWeb.Engine.Explanation;
using AraWeb.Engine.Models.Trees.Imports;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Trees.Imports;

/// <summary>Models and expected values are of Debian's XGBoost 1.7.4: TestData/Xgboost/make.py made them.</summary>
public sealed class XgboostJsonTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(Repository.Read("AraWeb.Tests", "TestData", "Xgboost", "expected.json")).RootElement;

    private static readonly double[][] Rows =
        [.. Expected.GetProperty("rows").EnumerateArray().Select(row => Numbers(row))];

    public static TheoryData<string> Models => [.. Expected.GetProperty("models").EnumerateObject().Select(model => model.Name)];

    public static TheoryData<string> Explained =>
        [.. Expected.GetProperty("models").EnumerateObject().Where(model => model.Value.TryGetProperty("contributions", out _)).Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Read_ModelOfXgboost_PredictsAsTheOriginal(string model)
    {
        var imported = Read(model);
        var margins = Numbers(Expected.GetProperty("models").GetProperty(model).GetProperty("margin"));
        var predictions = Numbers(Expected.GetProperty("models").GetProperty(model).GetProperty("prediction"));
        for (var i = 0; i < Rows.Length; i++)
        {
            Assert.Equal(margins[i], imported.Sum(Rows[i]), 1e-7);
            Assert.Equal(margins[i], imported.Ensemble.Predict(Rows[i]), 1e-6);
            Assert.Equal(predictions[i], imported.Predict(Rows[i]), 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Explained))]
    public void Explain_ModelOfXgboost_EqualsPredContribs(string model)
    {
        // XGBoost works these out in float32, with sums and differences of many terms.
        const double FloatError = 2e-6;
        var shap = new TreeShap(Read(model).Ensemble);
        var expected = Expected.GetProperty("models").GetProperty(model).GetProperty("contributions").EnumerateArray().Select(row => Numbers(row)).ToArray();
        var contributions = new double[shap.FeatureCount];
        for (var i = 0; i < Rows.Length; i++)
        {
            shap.Explain(Rows[i], contributions);
            Assert.Equal(expected[i][^1], shap.ExpectedValue, FloatError);
            Assert.All(contributions.Zip(expected[i]), pair => Assert.Equal(pair.Second, pair.First, FloatError));
        }
    }

    [Fact]
    public void Read_ModelOfXgboost_KnowsWhatItIs()
    {
        var imported = Read("logistic");
        Assert.Equal("binary:logistic", imported.Objective);
        Assert.Equal(OutputLink.Logistic, imported.Link);
        Assert.Equal(["momentum", "volatility", "volume", "gap", "rank"], imported.FeatureNames);
        Assert.Equal(6, imported.Ensemble.Trees.Count);
    }

    [Fact]
    public void Read_BaseScoreInBrackets_IsRead()
    {
        // As XGBoost 3 writes it.
        var text = Repository.Read("AraWeb.Tests", "TestData", "Xgboost", "squared.json").Replace("\"2.5E-1\"", "\"[2.5E-1]\"", StringComparison.Ordinal);
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal(0.25, XgboostJson.Read(file, 5).Ensemble.Base);
    }

    private static ImportedTrees Read(string model)
    {
        using var file = File.OpenRead(Repository.PathOf("AraWeb.Tests", "TestData", "Xgboost", model + ".json"));
        return XgboostJson.Read(file, 5);
    }

    private static double[] Numbers(JsonElement list) =>
        [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? double.NaN : item.GetDouble())];
}
