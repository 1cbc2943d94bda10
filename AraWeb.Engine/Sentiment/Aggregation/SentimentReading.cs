namespace AraWeb.Engine.Sentiment.Aggregation;

/// <summary>The mood about one instrument at one moment.</summary>
/// <param name="AsOf">The moment, UTC.</param>
/// <param name="Count">Texts in the window.</param>
/// <param name="Score">Weighed mean, shrunk to zero where little was said, -1 to 1.</param>
/// <param name="Momentum">The score less that of the window before; NaN where nothing was said in one of them.</param>
/// <param name="Divergence">
/// The score less what the price did over the window, squeezed to -1 to 1 as well: above zero where the mood is better than the price. NaN without a price.
/// </param>
/// <param name="Sources">By source, the weightiest first.</param>
public sealed record SentimentReading(
    DateTimeOffset AsOf, int Count, double Score, double Momentum, double Divergence, IReadOnlyList<SourceSentiment> Sources);
