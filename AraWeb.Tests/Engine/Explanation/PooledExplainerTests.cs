using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Explanation;
using AraWeb.Engine.Models;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Explanation;

public sealed class PooledExplainerTests
{
    private const int Seed = 6;
    private const int Features = 5;

    private static readonly Lazy<PooledModel> Model = new(Learn);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, RegimeType.HighVolatility)]
    public void Explain_EveryMember_AddsUpToThePooledForecast(int horizon, RegimeType? regime)
    {
        var random = new Random(Seed);
        var explainer = new PooledExplainer(Model.Value);
        var means = new double[2];
        for (var i = 0; i < 20; i++)
        {
            var row = Row(random);
            row[i % Features] = i % 4 == 0 ? double.NaN : row[i % Features];
            Model.Value.Forecast(row, regime, means);
            var explanation = explainer.Explain(row, regime, horizon);
            Assert.Equal(means[horizon], explanation.Mean, 12);
            var sum = explanation.Base + explanation.Factors.Sum(factor => factor.Contribution);
            Assert.True(Math.Abs(means[horizon] - sum) < 1e-6, $"{means[horizon]} is not {sum}; row {i}, seed {Seed}");
        }
    }

    [Fact]
    public void Explain_OneFeatureMatters_IsNamedFirstWithItsSign()
    {
        var explainer = new PooledExplainer(Model.Value);
        var high = explainer.Explain([2, 0, 0, 0, 0], null, 0).Factors[0];
        var low = explainer.Explain([-2, 0, 0, 0, 0], null, 0).Factors[0];
        Assert.Equal(("f0", "f0"), (high.Feature, low.Feature));
        Assert.True(high.Contribution > 0 && low.Contribution < 0, $"{high.Contribution} and {low.Contribution}");
    }

    [Fact]
    public void Sentence_ALean_StatesDirectionSizeStateAndWhatWouldChangeIt()
    {
        var explanation = new PooledExplanation(5, 0.10, 0.04, [new Factor("rsi", 20, 0.08), new Factor("adx", 30, -0.02)], []);
        var text = PooledSentence.Of(Symbol.Parse("AAPL"), explanation, 0.03, 0.54, RegimeType.Bull);
        Assert.Equal(
            "AAPL, next 5 bars: the models lean up by +0.30 %; such a span moves 3.0 % in a bull market, so a rise is 54 % and a fall 46 % likely. "
            + "The drift that all instruments share gives +0.12 %; Relative strength index speaks for a rise (+0.24 %); "
            + "Average directional index speaks for a fall (-0.06 %). "
            + "Without Relative strength index the forecast would be +0.06 %.",
            text);
    }

    [Fact]
    public void Sentence_NoLean_SaysSo()
    {
        var explanation = new PooledExplanation(1, 0.001, 0.001, [new Factor("rsi", 20, 0)], []);
        var text = PooledSentence.Of(Symbol.Parse("AAPL"), explanation, 0.01, 0.5, null);
        Assert.Contains("lean neither way", text, StringComparison.Ordinal);
        Assert.EndsWith("No feature moves the forecast.", text, StringComparison.Ordinal);
    }

    private static double[] Row(Random random) => [.. Enumerable.Range(0, Features).Select(_ => SampleBars.Normal(random))];

    private static PooledModel Learn()
    {
        const int Rows = 1500;
        var random = new Random(Seed);
        var (features, targets, weights) = (new double[Rows * Features], new double[Rows * 2], new double[Rows]);
        for (var i = 0; i < Rows; i++)
        {
            Row(random).CopyTo(features, i * Features);
            targets[2 * i] = (0.5 * features[i * Features]) + SampleBars.Normal(random);
            targets[(2 * i) + 1] = (0.3 * features[(i * Features) + 1]) + SampleBars.Normal(random);
            weights[i] = 1;
        }

        string[] names = [.. Enumerable.Range(0, Features).Select(f => $"f{f}")];
        var data = new TrainingSet(names, [1, 5], features, targets, weights);
        var members = ForecasterCatalog.Learners.Select(learner => learner.Fit(data, Seed, CancellationToken.None)).ToArray();
        double[] all = [.. members.Select((_, m) => 0.05 + (0.02 * m))];
        double[] other = [.. members.Select((_, m) => 0.2 - (0.02 * m))];
        var pool = new PoolWeights(all, [other, other, other, other]);
        return new PooledModel("test", names, [1, 5], members, [pool, pool], DateTimeOffset.UnixEpoch);
    }
}
