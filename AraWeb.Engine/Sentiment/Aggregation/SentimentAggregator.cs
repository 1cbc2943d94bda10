namespace AraWeb.Engine.Sentiment.Aggregation;

/// <summary>
/// Makes one mood of many texts: each counts by how far its kind of source is believed, by the logarithm of its reach and by its age; a source that says much
/// counts for less than the sum of what it says. Nothing that was not known at the moment asked for is looked at.
/// </summary>
public static class SentimentAggregator
{
    /// <summary>Texts older than this do not count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(3);

    /// <summary>A text counts half as much after a day: news is in the price by then.</summary>
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(1);

    /// <summary>Weight of the belief that nothing is the matter: as much as two fresh articles.</summary>
    private const double Prior = 2;

    /// <summary>How far each kind of source is believed beside a filing. Set by judgement, not learned.</summary>
    public static double Credibility(SourceKind kind) => kind switch
    {
        SourceKind.Filing => 1,
        SourceKind.News => 0.8,
        SourceKind.Forum => 0.4,
        _ => 0.25,
    };

    /// <summary>The mood at a moment.</summary>
    /// <param name="items">Texts, in any order; also later ones, which are left out.</param>
    /// <param name="asOf">The moment, UTC.</param>
    /// <param name="standardisedReturn">The price's log return over the window, in its usual deviations; NaN where unknown.</param>
    public static SentimentReading At(IReadOnlyList<SentimentItem> items, DateTimeOffset asOf, double standardisedReturn)
    {
        ArgumentNullException.ThrowIfNull(items);
        var now = Sources(items, asOf);
        var before = Sources(items, asOf - Window);
        var score = Mean(now);
        return new SentimentReading(
            asOf,
            now.Sum(source => source.Count),
            score,
            now.Count == 0 || before.Count == 0 ? double.NaN : score - Mean(before),
            double.IsNaN(standardisedReturn) || now.Count == 0 ? double.NaN : score - Math.Tanh(standardisedReturn),
            Shares(now));
    }

    private static List<SourceSentiment> Sources(IReadOnlyList<SentimentItem> items, DateTimeOffset asOf)
    {
        var sources = new List<SourceSentiment>();
        foreach (var group in items.Where(item => item.KnownAt <= asOf && item.KnownAt > asOf - Window)
            .GroupBy(item => (item.Source, item.Kind)).OrderBy(group => group.Key.Source, StringComparer.Ordinal))
        {
            var (sum, weights) = (0.0, 0.0);
            foreach (var item in group)
            {
                var weight = Math.Log(1 + Math.Max(1, item.Reach)) / Math.Log(2) * Math.Pow(0.5, (asOf - item.KnownAt) / HalfLife);
                sum += weight * item.Score;
                weights += weight;
            }

            sources.Add(new SourceSentiment(
                group.Key.Source, group.Key.Kind, group.Count(), sum / weights, Credibility(group.Key.Kind) * Math.Sqrt(weights)));
        }

        return sources;
    }

    private static double Mean(List<SourceSentiment> sources) =>
        sources.Sum(source => source.Weight * source.Score) / (Prior + sources.Sum(source => source.Weight));

    private static IReadOnlyList<SourceSentiment> Shares(List<SourceSentiment> sources)
    {
        var total = sources.Sum(source => source.Weight);
        return [.. sources.Select(source => source with { Weight = source.Weight / total }).OrderByDescending(source => source.Weight)];
    }
}
