using AraWeb.Engine.Explanation;
using AraWeb.Engine.Models.Trees.Imports;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Trees.Imports;

/// <summary>
/// The file was written by hand from the documented format (TestData/Lightgbm). Expected leaves are traced by hand: NaN counts as zero but for missing type
/// NaN; equal values go left; with missing type zero, zeros go the default way. All is doubled by the sigmoid of 2.
/// </summary>
public sealed class LightgbmTextTests
{
    // Tree 0: momentum <= 0.5 (missing none) ? (volatility <= 1.25, NaN right ? 1/8 : -1/4) : (volume <= -0.75 (missing none) ? 1/2 : -1).
    // Tree 1: volume <= -0.5, zero left ? 1/16 : (volume <= 0.5, zero right ? 1/32 : -1/2). Tree 2: 1/64.
    [Theory]
    [InlineData(0.5, 1.25, -0.5, 0.125 + 0.0625)]
    [InlineData(0.5, 1.2500001, -0.4999, -0.25 + 0.03125)]
    [InlineData(double.NaN, double.NaN, 0.6, -0.25 - 0.5)]
    [InlineData(0.6, 0, -0.75, 0.5 + 0.0625)]
    [InlineData(0.6, 0, 0, -1 + 0.0625)]
    [InlineData(0.6, 0, 1e-36, -1 + 0.0625)]
    [InlineData(0.6, 0, -1e-36, -1 + 0.0625)]
    [InlineData(0.6, 0, double.NaN, -1 + 0.0625)]
    [InlineData(0.6, 0, 1e-34, -1 + 0.03125)]
    [InlineData(0.6, 0, -1e-34, -1 + 0.03125)]
    [InlineData(double.PositiveInfinity, 0, double.NegativeInfinity, 0.5 + 0.0625)]
    public void Predict_RowsThatMeetEachRule_EndInTheTracedLeaves(double momentum, double volatility, double volume, double expected)
    {
        var sum = Read().Ensemble.Predict([momentum, volatility, volume]);
        Assert.Equal(2 * (expected + 0.015625), sum, 1e-15);
    }

    [Theory]
    [InlineData("decision_type=6 4", "decision_type=4 6", 0, 0.03125)]
    [InlineData("decision_type=6 4", "decision_type=4 4", 0, -0.5)]
    [InlineData("threshold=-0.5 0.5", "threshold=0 0.5", 0, 0.0625)]
    [InlineData("threshold=-0.5 0.5", "threshold=0 0.5", -1, 0.0625)]
    [InlineData("threshold=-0.5 0.5", "threshold=0 0.5", 0.25, 0.03125)]
    [InlineData("threshold=-0.5 0.5", "threshold=-0.5 0", -0.25, 0.03125)]
    [InlineData("threshold=-0.5 0.5", "threshold=-0.5 0", 0.25, -0.5)]
    public void Predict_ZerosWithOtherDefaults_FollowThem(string was, string becomes, double volume, double expected)
    {
        var sum = Read(was, becomes).Ensemble.Predict([0, 0, volume]);
        Assert.Equal(2 * (0.125 + expected + 0.015625), sum, 1e-15);
    }

    [Fact]
    public void Explain_TreeWithZerosAgainstTheThreshold_CountsItsSubtreesOnce()
    {
        // The expected value by the counts of the leaves: tree 0 (1.25 - 5 + 15 - 40) / 100, tree 1 (1.5625 + 1.5625 - 12.5) / 100.
        var imported = Read();
        var shap = new TreeShap(imported.Ensemble);
        Assert.Equal(2 * (-0.2875 - 0.09375 + 0.015625), shap.ExpectedValue, 1e-15);
        var contributions = new double[3];
        shap.Explain([0.6, 0, 0], contributions);
        Assert.Equal(imported.Ensemble.Predict([0.6, 0, 0]), shap.ExpectedValue + contributions.Sum(), 1e-12);
        Assert.Equal(0, imported.Ensemble.Trees[1].Value[0] - (2 * -0.09375), 1e-15);
    }

    [Fact]
    public void Predict_LogisticObjective_IsAProbability()
    {
        var imported = Read();
        var sum = 2 * (0.125 + 0.0625 + 0.015625);
        Assert.Equal(1 / (1 + Math.Exp(-sum)), imported.Predict([0.5, 1.25, -0.5]), 1e-15);
        Assert.Equal("binary", imported.Objective);
        Assert.Equal(["momentum", "volatility", "volume"], imported.FeatureNames);
    }

    [Fact]
    public void Read_RandomForest_IsAveraged()
    {
        var sum = Read("objective=binary sigmoid:2", "objective=regression\naverage_output").Ensemble.Predict([0.5, 1.25, -0.5]);
        Assert.Equal((0.125 + 0.0625 + 0.015625) / 3, sum, 1e-15);
    }

    private static ImportedTrees Read(string was = "", string becomes = "")
    {
        var text = Repository.Read("AraWeb.Tests", "TestData", "Lightgbm", "small.txt");
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(was.Length == 0 ? text : text.Replace(was, becomes, StringComparison.Ordinal)));
        return LightgbmText.Read(file, 3);
    }
}
