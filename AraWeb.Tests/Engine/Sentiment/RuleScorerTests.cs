using AraWeb.Engine.Sentiment;
using AraWeb.Engine.Sentiment.Rules;

namespace AraWeb.Tests.Engine.Sentiment;

public sealed class RuleScorerTests
{
    private readonly RuleScorer _scorer = new();

    [Theory]
    [InlineData("Operating profit rose sharply in the quarter", SentimentClass.Positive)]
    [InlineData("Operating profit fell in the quarter", SentimentClass.Negative)]
    [InlineData("The net loss narrowed", SentimentClass.Positive)]
    [InlineData("Costs increased", SentimentClass.Negative)]
    [InlineData("Net sales were EUR 13.1 mn, compared to EUR 8.7 mn a year ago", SentimentClass.Positive)]
    [InlineData("Net sales came to EUR 8.7 mn, from EUR 13.1 mn a year ago", SentimentClass.Negative)]
    [InlineData("Costs went from EUR 8.7 mn to EUR 13.1 mn", SentimentClass.Negative)]
    [InlineData("The company made a loss of EUR 2 mn, compared to a profit of EUR 3 mn a year earlier", SentimentClass.Negative)]
    [InlineData("A profit of EUR 2 mn against a loss of EUR 3 mn", SentimentClass.Positive)]
    [InlineData("The firm won a large order and is confident", SentimentClass.Positive)]
    [InlineData("The firm warned of weak demand and announced lay-offs", SentimentClass.Negative)]
    [InlineData("The annual meeting takes place in Helsinki on 12 March", SentimentClass.Neutral)]
    [InlineData("", SentimentClass.Neutral)]
    public void Score_PlainNews_IsJudgedAsAPersonWould(string text, SentimentClass expected)
    {
        var opinion = _scorer.Score(text);
        Assert.True(opinion.Class == expected, $"{text}: {opinion}");
        Assert.InRange(opinion.Score, -1, 1);
        Assert.True(expected == SentimentClass.Neutral || Math.Sign(opinion.Score) == (int)expected - 1, $"{text}: {opinion}");
    }

    [Fact]
    public void Score_Adverbs_WeighWhatTheyStandBeside()
    {
        var (plain, much, little) = (Score("Sales rose"), Score("Sales rose significantly"), Score("Sales rose slightly"));
        Assert.True(much > plain && plain > little && little > 0, $"{much}, {plain}, {little}");
    }

    [Fact]
    public void Score_Negation_TurnsRound() => Assert.True(Score("The results are not good and sales did not improve") < 0);

    [Theory]
    [InlineData("\0\u0001 %%% ,,, 12..3 4,,5 'tis \u2019\u2019")]
    [InlineData("999999999999999999999999999999 from 1e400 to 2")]
    public void Score_OddCharacters_GivesANumber(string text) => Assert.True(double.IsFinite(Score(text)));

    [Fact]
    public void Score_VeryLongText_IsReadInPart()
    {
        var text = string.Concat(Enumerable.Repeat("profit rose. ", 100_000));
        Assert.Equal(Score(text[..20_000]), Score(text));
    }

    private double Score(string text) => _scorer.Score(text).Score;
}
