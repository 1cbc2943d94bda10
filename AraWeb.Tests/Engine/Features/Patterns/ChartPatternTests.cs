using AraWeb.Engine.Features.Patterns;
using AraWeb.Engine.Features.Patterns.Charts;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Patterns;

/// <summary>Every chart rule finds its drawing, upside down its mirror with the levels mirrored, and not a drawing that breaks a rule.</summary>
public sealed class ChartPatternTests
{
    private const double Axis = 300;

    private static readonly IPattern[] Rules = [.. PatternCatalog.Rules.Where(rule => rule is IChartPattern)];

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Spec.Id)];

    [Fact]
    public void Examples_EveryRule_HasOne() => Assert.Equal(
        Rules.Select(rule => rule.Spec.Id).Order(StringComparer.Ordinal), ChartExamples.All.Select(each => each.Pattern).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Scan_DrawnExample_IsFoundWithItsLevels(string id)
    {
        var bars = Example(id).Draw();
        var match = Assert.Single(PatternScanner.Scan(bars, [id]), match => match.Direction == PatternDirection.Bullish);
        Assert.InRange(match.Confidence, 0.3, 1);
        Assert.True(match.Stop < match.Breakout, $"{match}");
        Assert.InRange(bars.Close[match.End], match.Breakout, match.Target);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Scan_CutBehindItsEnd_IsTheSameAndOneBarBeforeUnknown(string id)
    {
        var bars = Example(id).Draw();
        var match = PatternScanner.Scan(bars, [id]).Single(match => match.Direction == PatternDirection.Bullish);
        Assert.Contains(match, PatternScanner.Scan(bars.Slice(0, match.End + 1), [id]));
        Assert.DoesNotContain(PatternScanner.Scan(bars.Slice(0, match.End), [id]), other => other.Start == match.Start);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Scan_UpsideDown_IsTheMirrorWithItsLevels(string id)
    {
        var mirror = Rules.Single(rule => rule.Spec.Id == id).Mirror!;
        var upright = PatternScanner.Scan(Example(id).Draw(), [id]).Single(match => match.Direction == PatternDirection.Bullish);
        var found = Assert.Single(PatternScanner.Scan(Example(id).DrawUpsideDown(), [mirror.Id]), match => match.Direction == PatternDirection.Bearish);
        Assert.Equal((upright.Start, upright.End), (found.Start, found.End));
        Assert.Equal(upright.Confidence, found.Confidence, 9);
        Assert.Equal(Axis - upright.Breakout, found.Breakout, 9);
        Assert.Equal(Axis - upright.Target, found.Target, 9);
        Assert.Equal(Axis - upright.Stop, found.Stop, 9);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Scan_BrokenDrawing_IsNotFound(string id) =>
        Findings.AssertNone(PatternScanner.Scan(Example(id).DrawBroken(), [id]).Select(match => $"{match}"));

    [Fact]
    public void Scan_DoubleBottom_MeasuresTheMove()
    {
        // Bottoms 99.8 and 100.3 at bars 40 and 64, top 112.2 between them: target 112.2 + 12.4; the first close above 112.2 is that of bar 77,
        // 100.5 + 13 * 15.5 / 16.
        var match = Assert.Single(PatternScanner.Scan(Example("double-bottom").Draw(), ["double-bottom"]));
        Assert.Equal((40, 77), (match.Start, match.End));
        Assert.Equal(112.2, match.Breakout, 9);
        Assert.Equal(124.6, match.Target, 9);
        Assert.Equal(99.8, match.Stop, 9);
    }

    [Fact]
    public void Scan_Gartley_TargetsTheGoldenWayBack()
    {
        // D at 121.2, A at 200.2: target 121.2 + 0.618 * 79; the stop is X.
        var match = Assert.Single(PatternScanner.Scan(Example("bullish-gartley").Draw(), ["bullish-gartley"]));
        Assert.Equal(121.2 + (0.618 * 79), match.Target, 9);
        Assert.Equal(99.8, match.Stop, 9);
        Assert.InRange(match.Confidence, 0.85, 1);
    }

    private static ChartExample Example(string id) => ChartExamples.All.Single(each => each.Pattern == id);
}
