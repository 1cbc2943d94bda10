using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Quality;
using AraWeb.Engine.Providers.Validation;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Quality;

public sealed class QualityScoreTests
{
    private readonly List<Bar> _bars;

    public QualityScoreTests()
    {
        var sample = SampleBars.Daily(300, seed: 5);
        _bars = [.. Enumerable.Range(0, sample.Count).Select(i => sample[i])];
    }

    private DateTimeOffset Now => _bars[^1].Time.AddDays(1).AddMinutes(10);

    [Fact]
    public void Of_CleanSeries_IsOneAndSaysSo()
    {
        var quality = Score();

        Assert.Equal(1, quality.Score);
        Assert.Equal(QualityScore.Window, quality.Bars.Count);
        Assert.All(quality.Bars, score => Assert.Equal(1, score));
        Assert.Equal("No bar is missing.", Words(quality, QualityAspect.Completeness));
        Assert.Equal("The newest bar is there.", Words(quality, QualityAspect.Freshness));
        Assert.DoesNotContain(quality.Parts, part => part.Aspect == QualityAspect.Agreement);
    }

    [Fact]
    public void Of_MissingBars_FallsByTheirShare()
    {
        // 250 bars are looked at, and the calendar has 300 from the first to the last of them.
        _bars.RemoveRange(200, 50);
        Assert.Equal(250, _bars.Count);

        var quality = Score();

        Assert.Equal(250.0 / 300, Part(quality, QualityAspect.Completeness).Score, 12);
        Assert.Equal("16.7 % of the newest bars are missing.", Words(quality, QualityAspect.Completeness));
        Assert.Equal(250.0 / 300, quality.Score, 12);
    }

    [Fact]
    public void Of_NewestBarOverdue_FallsWithEachDay()
    {
        var quality = QualityScore.Of(Series(), [], [], Now.AddDays(3).AddHours(1));

        Assert.Equal(0.25, Part(quality, QualityAspect.Freshness).Score);
        Assert.Equal("3 newer bars are overdue.", Words(quality, QualityAspect.Freshness));
    }

    [Fact]
    public void Of_BarThatJustClosed_IsGivenAnHour() =>
        Assert.Equal(1, QualityScore.Of(Series(), [], [], Now.AddDays(1).AddMinutes(40)).Score);

    [Fact]
    public void Of_FreakReturn_MarksTheBarAndNoEarlierOne()
    {
        var last = _bars[^1];
        _bars[^1] = last with { Close = last.Close * 2, High = last.Close * 2.1 };

        var quality = Score();

        Assert.InRange(quality.Bars[^1], 0.05, 0.5);
        Assert.Equal(1, quality.Bars[^2]);
        Assert.Equal("1 returns beyond 8 robust deviations.", Words(quality, QualityAspect.Outliers));
    }

    [Fact]
    public void Of_RepeatedAndSilentBars_AreCounted()
    {
        _bars[250] = _bars[249] with { Time = _bars[250].Time };
        _bars[260] = _bars[260] with { Volume = 0 };

        var quality = Score();

        Assert.Equal((0.5, 0.7), (quality.Bars[200], quality.Bars[210]));
        Assert.Equal("The newest bar is there; 1 bars repeat the one before.", Words(quality, QualityAspect.Freshness));
        Assert.Equal("1 bars without volume.", Words(quality, QualityAspect.Volume));
        Assert.Equal(1 - (0.3 / 250), Part(quality, QualityAspect.Volume).Score, 12);
    }

    [Fact]
    public void Of_RepairedAndDroppedRows_AreInconsistent()
    {
        BarDefect[] defects =
        [
            new(DefectKind.OutsideRange, DefectSeverity.Repaired, 1, _bars[280].Time, "x"),
            new(DefectKind.UnreadablePrice, DefectSeverity.Dropped, 2, _bars[281].Time, "x"),
            new(DefectKind.Duplicate, DefectSeverity.Dropped, 3, _bars[282].Time, "x"),
            new(DefectKind.UnreadablePrice, DefectSeverity.Dropped, 4, _bars[2].Time, "x"),
        ];

        var quality = QualityScore.Of(Series(), defects, [], Now);

        Assert.Equal(249.5 / 251, Part(quality, QualityAspect.Consistency).Score, 12);
        Assert.Equal("1 rows were left out and 1 repaired because their prices did not fit.", Words(quality, QualityAspect.Consistency));
        Assert.Equal(0.5, quality.Bars[230]);
    }

    [Fact]
    public void Of_ProvidersThatDiffer_FallsWithTheDistance()
    {
        var disagreement = new double[_bars.Count];
        disagreement[^1] = 0.02;
        disagreement[^2] = 0.004;
        disagreement[^3] = double.NaN;

        var quality = QualityScore.Of(Series(), [], disagreement, Now);

        Assert.Equal([1, 1, 0.25], quality.Bars.TakeLast(3));
    }

    [Fact]
    public void Of_NoBars_IsZero() =>
        Assert.Equal(0, QualityScore.Of(Series().Slice(0, 0), [], [], Now).Score);

    private static QualityPart Part(SeriesQuality quality, QualityAspect aspect) => Assert.Single(quality.Parts, part => part.Aspect == aspect);

    private static string Words(SeriesQuality quality, QualityAspect aspect) => Part(quality, aspect).Words;

    private SeriesQuality Score() => QualityScore.Of(Series(), [], [], Now);

    private BarSeries Series() => BarSeries.FromBars(Symbol.Parse("SAMPLE"), AssetClass.Crypto, Timeframe.OneDay, _bars);
}
