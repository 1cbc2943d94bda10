namespace AraWeb.Engine.Sentiment;

/// <summary>What a scorer makes of a text.</summary>
/// <param name="Score">-1 for bad news to 1 for good.</param>
/// <param name="Class">The same as a word.</param>
public readonly record struct SentimentOpinion(double Score, SentimentClass Class);
