using AraWeb.Engine.Sentiment.Aggregation;

namespace AraWeb.Tests.Engine.Sentiment;

public sealed class SentimentAggregatorTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_Nothing_SaysZeroAndKnowsNoMomentum()
    {
        var reading = SentimentAggregator.At([], Now, 1);
        Assert.Equal((0, 0.0), (reading.Count, reading.Score));
        Assert.True(double.IsNaN(reading.Momentum) && double.IsNaN(reading.Divergence));
        Assert.Empty(reading.Sources);
    }

    [Fact]
    public void At_LaterTexts_DoNotCount()
    {
        SentimentItem[] items = [Item(-1, "wire", SourceKind.News, 0.5), Item(1, "wire", SourceKind.News, -1)];
        var reading = SentimentAggregator.At(items, Now, double.NaN);
        Assert.Equal(1, reading.Count);
        Assert.Equal(SentimentAggregator.At(items[..1], Now, double.NaN).Score, reading.Score);
    }

    [Fact]
    public void At_SameWords_CountByWhoSaysThem()
    {
        double Of(SourceKind kind) => SentimentAggregator.At([Item(-1, "one", kind, 1)], Now, double.NaN).Score;
        Assert.True(Of(SourceKind.Filing) > Of(SourceKind.News) && Of(SourceKind.News) > Of(SourceKind.Forum) && Of(SourceKind.Forum) > Of(SourceKind.Social));
        Assert.InRange(Of(SourceKind.Filing), 0.1, 0.5);
    }

    [Fact]
    public void At_OneLoudSource_DoesNotOutweighManyByCountAlone()
    {
        var loud = Enumerable.Range(0, 200).Select(_ => Item(-1, "spam", SourceKind.Social, 1));
        var quiet = Enumerable.Range(0, 12).Select(i => Item(-1, $"paper {i}", SourceKind.News, -0.5));
        Assert.True(SentimentAggregator.At([.. loud, .. quiet], Now, double.NaN).Score < 0);
    }

    [Fact]
    public void At_MoodAndPrice_DivergenceIsTheirDifference()
    {
        SentimentItem[] items =
        [
            .. Enumerable.Range(0, 50).Select(i => Item(-2, $"paper {i}", SourceKind.News, 0.8)),
            .. Enumerable.Range(0, 50).Select(i => Item(-80, $"paper {i}", SourceKind.News, -0.4)),
        ];
        var reading = SentimentAggregator.At(items, Now, -2);
        Assert.InRange(reading.Score, 0.7, 0.8);
        Assert.InRange(reading.Momentum, 1.0, 1.2);
        Assert.Equal(reading.Score - Math.Tanh(-2), reading.Divergence, 12);
        Assert.Equal(1, reading.Sources.Sum(source => source.Weight), 12);
    }

    private static SentimentItem Item(double hours, string source, SourceKind kind, double score) =>
        new(Now.AddHours(hours), source, kind, "title", score, 1);
}
