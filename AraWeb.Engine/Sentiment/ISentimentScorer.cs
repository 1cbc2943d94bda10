namespace AraWeb.Engine.Sentiment;

/// <summary>Judges single texts. Safe for several threads at once; says the same of the same text.</summary>
public interface ISentimentScorer
{
    /// <summary>Name and version, for example <c>rules-1</c>.</summary>
    string Id { get; }

    /// <summary>Judges a text.</summary>
    /// <param name="text">A headline, a post or some sentences; what goes beyond <see cref="TextTokens.LongestText"/> characters is not read.</param>
    SentimentOpinion Score(string text);
}
