using System.Runtime.Intrinsics;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Trees.Boosting.Objectives;

namespace AraWeb.Tests.Engine.Models.Trees.Boosting;

public sealed class ObjectiveTests
{
    private const double Step = 1e-5;

    private static readonly double[] Weights = [1, 2, 0.5, 3];

    public static TheoryData<string> Names => ["squared", "huber", "quantile", "logistic"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Derive_AnyScore_IsTheSlopeOfTheLoss(string name)
    {
        var objective = Make(name);
        double[] targets = name == "logistic" ? [1, 0, 0, 1] : [1.3, -2.2, 0.4, 5];
        foreach (var score in (double[])[-3.1, -0.2, 0.7, 2.9])
        {
            double[] scores = [score, score, score, score];
            var pairs = new Vector128<double>[4];
            objective.Derive(scores, targets, Weights, pairs);
            for (var i = 0; i < 4; i++)
            {
                var slope = (LossAt(objective, targets, scores, i, Step) - LossAt(objective, targets, scores, i, -Step)) / (2 * Step);
                Assert.Equal(slope, pairs[i][0], 1e-6);
                Assert.True(pairs[i][1] > 0);
            }
        }
    }

    [Theory]
    [InlineData("squared")]
    [InlineData("quantile")]
    [InlineData("logistic")]
    public void Start_Constant_HasNoMoreLossThanItsNeighbours(string name)
    {
        var objective = Make(name);
        double[] targets = name == "logistic" ? [1, 0, 0, 1] : [1.3, -2.2, 0.4, 1.1];
        var start = objective.Start(targets, Weights);
        double Loss(double at) => objective.Loss([at, at, at, at], targets, Weights);

        Assert.True(Loss(start) <= Loss(start + 0.01) && Loss(start) <= Loss(start - 0.01), $"{start}");
    }

    [Fact]
    public void Start_Huber_IsTheWeightedMedian() => Assert.Equal(1.1, Make("huber").Start([1.3, -2.2, 0.4, 1.1], Weights));

    [Fact]
    public void Loss_KnownNumbers_AreThoseOfScikitLearn()
    {
        // sklearn 1.2.1: log_loss([1, 0, 0, 1], 1 / (1 + exp(-s)), sample_weight) and mean_pinball_loss(alpha=0.8), s = [0.5, -1, 2, 0.1].
        double[] scores = [0.5, -1, 2, 0.1];
        Assert.Equal(0.6303468223013463, new LogisticObjective().Loss(scores, [1, 0, 0, 1], Weights), 1e-12);
        Assert.Equal(2.0061538461538464, new QuantileObjective(0.8).Loss(scores, [1.3, -2.2, 0.4, 5], Weights), 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    public void Settings_OutOfRange_AreRefused(double value)
    {
        Assert.Throws<InputException>(() => new HuberObjective(value));
        Assert.Throws<InputException>(() => new QuantileObjective(value));
    }

    [Fact]
    public void Check_LogisticTargetThatIsNoClass_NamesItsRow()
    {
        var error = Assert.Throws<ModelException>(() => new LogisticObjective().Check([0, 1, 0.5]));
        Assert.Contains("row 2", error.Message, StringComparison.Ordinal);
    }

    private static double LossAt(IObjective objective, double[] targets, double[] scores, int place, double move)
    {
        var moved = (double[])scores.Clone();
        moved[place] += move;
        return objective.Loss(moved, targets, Weights) * Weights.Sum();
    }

    private static IObjective Make(string name) => name switch
    {
        "squared" => new SquaredObjective(),
        "huber" => new HuberObjective(1.45),
        "quantile" => new QuantileObjective(0.8),
        _ => new LogisticObjective(),
    };
}
