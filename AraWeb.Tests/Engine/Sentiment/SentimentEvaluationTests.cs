using AraWeb.Engine.Sentiment;
using static AraWeb.Engine.Sentiment.SentimentClass;

namespace AraWeb.Tests.Engine.Sentiment;

public sealed class SentimentEvaluationTests
{
    [Fact]
    public void Of_KnownTable_GivesTheUsualFigures()
    {
        // sklearn.metrics: accuracy_score 0.6, f1_score(average="macro") 0.5833.
        SentimentClass[] truth = [Negative, Negative, Neutral, Neutral, Neutral, Neutral, Positive, Positive, Positive, Positive];
        SentimentClass[] said = [Negative, Neutral, Neutral, Neutral, Positive, Negative, Positive, Positive, Positive, Neutral];
        var score = SentimentEvaluation.Of(truth, said);
        Assert.Equal((10, 0.6, 0.4), (score.Count, score.Accuracy, score.Majority));
        Assert.Equal((0.5 + 0.5 + 0.75) / 3, score.MacroF1, 12);
    }

    [Fact]
    public void Deal_EqualTexts_StayTogetherAndClassesAreSpread()
    {
        LabelledText[] texts = [.. Enumerable.Range(0, 300).Select(i => new LabelledText($"text {i / 2}", (SentimentClass)(i / 2 % 3)))];
        var folds = StratifiedFolds.Deal(texts, 5, 1);
        for (var i = 0; i < texts.Length; i += 2)
        {
            Assert.Equal(folds[i], folds[i + 1]);
        }

        foreach (var fold in Enumerable.Range(0, 5))
        {
            foreach (var label in Enum.GetValues<SentimentClass>())
            {
                Assert.Equal(20, Enumerable.Range(0, 300).Count(i => folds[i] == fold && texts[i].Class == label));
            }
        }
    }
}
