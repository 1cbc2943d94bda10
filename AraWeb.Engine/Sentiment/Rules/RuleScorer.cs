namespace AraWeb.Engine.Sentiment.Rules;

/// <summary>
/// Judges texts by rules and a lexicon of finance: a rise or fall counts by what rises or falls ("the loss narrowed" is good), numbers set against each other
/// are compared, negation turns, adverbs weigh. Learns nothing; the two limits between the classes are its only fitted numbers. Irony, and what a reader has
/// to know besides the text, are lost on it.
/// </summary>
public sealed class RuleScorer : ISentimentScorer
{
    /// <summary>Balances at which a text is no longer neutral, chosen on the visible part of the Financial PhraseBank (docs/sentiment.md).</summary>
    internal const double PositiveFrom = 0.7;

    internal const double NegativeFrom = -0.56;

    /// <summary>The balance at which the score is 0.76.</summary>
    private const double Softness = 2;

    /// <inheritdoc/>
    public string Id => "rules-1";

    /// <inheritdoc/>
    public SentimentOpinion Score(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Opinion(RuleReading.Of(text).Balance);
    }

    private static SentimentOpinion Opinion(double balance) => new(
        Math.Tanh(balance / Softness),
        balance > PositiveFrom ? SentimentClass.Positive : balance < NegativeFrom ? SentimentClass.Negative : SentimentClass.Neutral);
}
