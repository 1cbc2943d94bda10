using AraWeb.Engine.Models.Trees.Boosting;
using AraWeb.Engine.Models.Trees.Boosting.Objectives;

namespace AraWeb.Tests.Engine.Models.Trees.Boosting;

/// <summary>
/// Depth-wise boosting beside xgboost 1.7.4 (Debian's python3-xgboost; tree_method hist, max_bin 255, eta 0.5, lambda 1.5, min_child_weight 2) on the same
/// rows. Thresholds differ by design: xgboost cuts at a value that occurs, Ara halfway between two.
/// </summary>
public sealed class XgboostAgreementTests
{
    // xgboost computes in single precision.
    private const double SinglePrecision = 2e-6;

    [Fact]
    public void Fit_OneTree_HasTheQuestionsLeavesAndCoversOfXgboost()
    {
        var tree = Assert.Single(Fit(new SquaredObjective(), 1, TinyRows.Targets(), First).Ensemble.Trees);
        Assert.Equal([1, 0, 1, -1, -1, -1, -1], tree.Feature);
        Assert.InRange(tree.Threshold[0], 0.5625, 0.625);
        Assert.InRange(tree.Threshold[1], 0.4375, 0.5);

        // The third question is whether the value is known: all values go left, missing ones right.
        Assert.Equal(double.MaxValue, tree.Threshold[2]);
        Assert.False(tree.MissingLeft[0]);
        Assert.False(tree.MissingLeft[2]);
        AssertClose([-0.182018, 0.028226, 0.326754, 0.891026], tree.Value[3..], 1e-6);
        Assert.Equal([86.0, 41, 45, 27, 14, 27, 18], tree.Cover);
    }

    [Fact]
    public void Fit_OneLogisticTree_HasTheQuestionsLeavesAndCoversOfXgboost()
    {
        var tree = Assert.Single(Fit(new LogisticObjective(), 0, TinyRows.YesOrNo(), First).Ensemble.Trees);
        Assert.Equal([1, -1, 0, -1, -1], tree.Feature);
        Assert.InRange(tree.Threshold[2], 0.375, 0.4375);
        AssertClose([-0.776596, 0.023810, 0.708333], [tree.Value[1], tree.Value[3], tree.Value[4]], 1e-6);
        AssertClose([21.5, 10.25, 11.25, 3.75, 7.5], tree.Cover, 1e-12);
    }

    [Fact]
    public void Fit_MissingValuesLikeLowOnes_SendsThemLeftAsXgboostDoes()
    {
        // The first question with the second feature's sign turned: missing values then belong to the low side.
        var features = TinyRows.Features();
        for (var i = 1; i < features.Length; i += TinyRows.Width)
        {
            features[i] = -features[i];
        }

        var tree = Booster.Fit(features, TinyRows.Width, TinyRows.Targets(), TinyRows.Weights(), First with { Objective = OfOne }, 1, CancellationToken.None)
            .Ensemble.Trees[0];
        Assert.Equal(1, tree.Feature[0]);
        Assert.True(tree.MissingLeft[0]);
        Assert.Equal([45.0, 41], [tree.Cover[tree.Left[0]], tree.Cover[tree.Right[0]]]);
    }

    [Theory]
    [InlineData(false, 95.27459113299847, 2.71025705, 0.76188332)]
    [InlineData(true, 95.14195543527603, 2.92142963, 0.90145016)]
    public void Fit_TwentyTrees_PredictWhatXgboostPredicts(bool isMonotone, double sum, double first, double second)
    {
        var settings = Deep with { Monotone = isMonotone ? [-1, 0, 1] : [] };
        var said = Say(Fit(new SquaredObjective(), 1, TinyRows.Targets(), settings));
        Assert.Equal(sum, said.Sum(), TinyRows.Count * SinglePrecision);
        Assert.Equal(first, said[0], SinglePrecision);
        Assert.Equal(second, said[1], SinglePrecision);
    }

    [Fact]
    public void Fit_TwentyLogisticTrees_PredictWhatXgboostPredicts()
    {
        var said = Say(Fit(new LogisticObjective(), 0, TinyRows.YesOrNo(), Deep));
        Assert.Equal(-36.57441778853536, said.Sum(), 4 * TinyRows.Count * SinglePrecision);
        Assert.Equal(4.15779495, said[0], 4 * SinglePrecision);
        Assert.Equal(-4.26593971, said[1], 4 * SinglePrecision);
    }

    private static BoostingSettings First => new(BoostingAlgorithm.Depthwise)
    {
        Rounds = 1, LearningRate = 0.5, MaxDepth = 2, L2 = 1.5, L1 = 0.25, MinGain = 0.1, MinLeafWeight = 2,
    };

    private static BoostingSettings Deep => First with { Rounds = 20, MaxDepth = 3, L1 = 0, MinGain = 0 };

    private static FixedStart OfOne => new(new SquaredObjective(), 1);

    private static BoostingFit Fit(IObjective objective, double start, double[] targets, BoostingSettings settings) => Booster.Fit(
        TinyRows.Features(),
        TinyRows.Width,
        targets,
        TinyRows.Weights(),
        settings with { Objective = new FixedStart(objective, start) },
        seed: 1,
        CancellationToken.None);

    private static double[] Say(BoostingFit fit)
    {
        var features = TinyRows.Features();
        return [.. Enumerable.Range(0, TinyRows.Count).Select(row => fit.Ensemble.Predict(features.AsSpan(row * TinyRows.Width, TinyRows.Width)))];
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }
}
