using AraWeb.Engine.Features.Patterns;
using AraWeb.Engine.Features.Patterns.Candles;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Patterns;

/// <summary>Every candle rule finds its drawing, upside down its mirror, and not the drawing with one bar replaced.</summary>
public sealed class CandlePatternTests
{
    private static readonly IPattern[] Rules = [.. PatternCatalog.Rules.Where(rule => rule is ICandlePattern)];

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Spec.Id)];

    [Fact]
    public void Examples_EveryRule_HasOne() => Assert.Equal(
        Rules.Select(rule => rule.Spec.Id).Order(StringComparer.Ordinal), CandleExamples.All.Select(each => each.Pattern).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Scan_DrawnExample_IsFoundAtItsLastBar(string id)
    {
        var bars = Example(id).Draw();
        var match = Assert.Single(PatternScanner.Scan(bars, [id]), match => match.End == bars.Count - 1);
        Assert.Equal(PatternCatalog.Find(id).Bars, match.End - match.Start + 1);
        Assert.InRange(match.Confidence, 0.2, 1);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Scan_BarsThatComeLater_ChangeNothing(string id)
    {
        var bars = Example(id).Draw();
        var rows = Enumerable.Range(0, bars.Count).Concat(Enumerable.Range(0, 10))
            .Select(i => new[] { bars.Open[i], bars.High[i], bars.Low[i], bars.Close[i] });
        Assert.Equal(
            PatternScanner.Scan(bars, [id]), PatternScanner.Scan(CandleExample.Series(rows), [id]).Where(match => match.End < bars.Count));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Scan_UpsideDown_IsTheMirror(string id)
    {
        var mirror = Rules.Single(rule => rule.Spec.Id == id).Mirror;
        var bars = Example(id).DrawUpsideDown();
        var found = PatternScanner.Scan(bars).Where(match => match.End == bars.Count - 1).Select(match => match.Pattern).ToArray();
        if (mirror is not null)
        {
            Assert.Contains(mirror.Id, found);
        }

        Assert.True(PatternCatalog.Find(id).Direction == PatternDirection.Neutral || !found.Contains(id), $"{id} was found upside down.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Scan_OneBarReplaced_IsNotFound(string id)
    {
        var bars = Example(id).DrawBroken();
        Findings.AssertNone(PatternScanner.Scan(bars, [id]).Where(match => match.End == bars.Count - 1).Select(match => $"{match}"));
    }

    [Fact]
    public void Scan_Hammer_StatesItsLevels()
    {
        var match = Assert.Single(PatternScanner.Scan(Example("hammer").Draw(), ["hammer"]));
        Assert.Equal(99.7, match.Breakout);
        Assert.Equal(96, match.Stop);
        Assert.Equal(double.NaN, match.Target);

        // The close lies 4.8 below the mean close of 104.5, 2.4 mean ranges (1); the shadow of 3.5 is long against the body of 0.2 and the mean range
        // of 2 (1, 1); there is no upper shadow (1).
        Assert.Equal(1, match.Confidence, 12);
    }

    [Fact]
    public void Scan_ShallowHammer_IsLessCertain()
    {
        // Shadow 1.2: of body 0.4, (1.2 - 0.8) / (1.6 - 0.8) = 1/2; of mean range 2, (1.2 - 1) / (2 - 1) = 1/5; upper shadow 0.1 of 0.2 = 1/2; trend 1.
        var bars = new CandleExample("hammer", "fall", "99.2 99.7 98 99.6", 0, string.Empty).Draw();
        Assert.Equal((1 + 0.5 + 0.2 + 0.5) / 4, Assert.Single(PatternScanner.Scan(bars, ["hammer"])).Confidence, 9);
    }

    private static CandleExample Example(string id) => CandleExamples.All.Single(each => each.Pattern == id);
}
