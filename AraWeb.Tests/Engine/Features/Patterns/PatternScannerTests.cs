using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Patterns;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Patterns;

/// <summary>Choice of patterns, and matches as a column for models.</summary>
public sealed class PatternScannerTests
{
    [Fact]
    public void Scan_UnknownId_SaysWhatThereIs()
    {
        var exception = Assert.Throws<InputException>(() => PatternScanner.Scan(SampleBars.Daily(50, 1), ["no-such-pattern"]));
        Assert.Equal("pattern", exception.Name);
    }

    [Fact]
    public void Strength_OneMatch_DecaysInEqualSteps() =>
        Assert.Equal([0, 0, 0.8, 0.6, 0.4, 0.2, 0], Strength([Match(PatternDirection.Bullish, 2, 0.8)], 7, 4), Equal);

    [Fact]
    public void Strength_BothSides_IsTheStrongestBullishLessTheStrongestBearish()
    {
        PatternMatch[] matches =
        [
            Match(PatternDirection.Bullish, 0, 0.4), Match(PatternDirection.Bullish, 1, 1),
            Match(PatternDirection.Bearish, 2, 0.6), Match(PatternDirection.Neutral, 2, 1),
        ];
        Assert.Equal([0.4, 1, 0.5 - 0.6, -0.3], Strength(matches, 4, 2), Equal);
        Assert.Equal(Strength(matches, 4, 2), Strength([.. matches.Reverse()], 4, 2));
    }

    [Fact]
    public void Strength_NoMatches_IsZero() => Assert.Equal([0, 0, 0], Strength([], 3, 5));

    [Fact]
    public void Strength_LongDecay_StaysWithinTheRows() => Assert.Equal(3, Strength([Match(PatternDirection.Bearish, 2, 1)], 3, int.MaxValue).Length);

    [Fact]
    public void Strength_WrongArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Strength([], 3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Strength([], -1, 1));
        Assert.Throws<ArgumentException>(() => Strength([Match(PatternDirection.Bullish, 3, 1)], 3, 1));
    }

    [Fact]
    public void Strength_ShorterSeries_HasTheSameRows()
    {
        const int cut = 611;
        var bars = SampleBars.Daily(900, 3);
        var whole = Strength(PatternScanner.Scan(bars), bars.Count, 10);
        Assert.Equal(Strength(PatternScanner.Scan(bars.Slice(0, cut)), cut, 10), whole[..cut]);
        Assert.All(whole, value => Assert.InRange(value, -1, 1));
        Assert.Contains(whole, value => value > 0);
        Assert.Contains(whole, value => value < 0);
    }

    private static double[] Strength(IReadOnlyList<PatternMatch> matches, int rows, int decay) => PatternScanner.Strength(matches, rows, decay);

    private static bool Equal(double one, double other) => Math.Abs(one - other) < 1e-12;

    private static PatternMatch Match(PatternDirection direction, int end, double confidence) =>
        new("hammer", PatternKind.Candle, direction, end, end, confidence, double.NaN, double.NaN, double.NaN);
}
