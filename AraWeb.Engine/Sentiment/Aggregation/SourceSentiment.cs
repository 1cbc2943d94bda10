namespace AraWeb.Engine.Sentiment.Aggregation;

/// <summary>What one source says together.</summary>
/// <param name="Source">Who.</param>
/// <param name="Kind">What kind of source.</param>
/// <param name="Count">Texts in the window.</param>
/// <param name="Score">Their weighed mean, -1 to 1.</param>
/// <param name="Weight">Its share of the whole, 0 to 1.</param>
public sealed record SourceSentiment(string Source, SourceKind Kind, int Count, double Score, double Weight);
