namespace AraWeb.Engine.Sentiment.Aggregation;

/// <summary>A judged text.</summary>
/// <param name="KnownAt">When it could be read, UTC: what came later never counts.</param>
/// <param name="Source">Who published it, for example <c>reuters</c>.</param>
/// <param name="Kind">What kind of source that is.</param>
/// <param name="Title">What it says, for people.</param>
/// <param name="Score">What a scorer made of it, -1 to 1.</param>
/// <param name="Reach">Votes, shares or readers; 1 where that is not known.</param>
public sealed record SentimentItem(DateTimeOffset KnownAt, string Source, SourceKind Kind, string Title, double Score, double Reach);
