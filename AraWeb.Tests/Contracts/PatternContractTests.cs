using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Patterns;
using AraWeb.Engine.Features.Patterns.Charts;
using AraWeb.Engine.Studies.Xray;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Contracts;

/// <summary>What holds for every pattern there is: each rule under Features/Patterns is tested by existing.</summary>
public sealed class PatternContractTests
{
    private const int Rows = 700;
    private const int Cuts = 60;

    private static readonly BarSeries Bars = IndicatorBars.Wild(Rows);
    private static readonly BarSeries Long = IndicatorBars.Wild(4000, seed: 7);

    public static TheoryData<string> Ids => [.. PatternCatalog.All.Select(spec => spec.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Spec_Catalogue_IsComplete(string id)
    {
        var spec = PatternCatalog.Find(id);
        Assert.Matches("^[a-z][a-z0-9-]*$", spec.Id);
        Assert.All([spec.Name, spec.Summary, spec.Source], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.EndsWith(".", spec.Summary, StringComparison.Ordinal);
        Assert.True(Enum.IsDefined(spec.Kind) && Enum.IsDefined(spec.Direction));
        Assert.InRange(spec.Bars, 1, Formation.MostBars);
    }

    [Fact]
    public void Catalogue_Rules_AreOneFileEachAndNamedOnce()
    {
        Assert.Equal(PatternCatalog.All.Count, PatternCatalog.All.Select(spec => spec.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(PatternCatalog.Rules, rule => Assert.NotEmpty(Repository.Files("AraWeb.Engine/Features/Patterns", rule.GetType().Name + ".cs")));
        Assert.All(
            PatternCatalog.Rules.Where(rule => rule.Mirror is not null),
            rule => Assert.Equal((int)rule.Spec.Direction, -(int)rule.Mirror!.Direction));
    }

    [Fact]
    public void Catalogue_Kinds_HoldWhatWasPromised()
    {
        Assert.True(PatternCatalog.All.Count(spec => spec.Kind == PatternKind.Candle) >= 34);
        Assert.True(PatternCatalog.All.Count(spec => spec.Kind != PatternKind.Candle) >= 24);
    }

    [Fact]
    public void Scan_AnyCut_NeverLooksAhead()
    {
        foreach (var bars in new[] { Bars, Long.Slice(0, 2000) })
        {
            var rows = PatternXray.Examine(bars, Cuts, CancellationToken.None);
            Findings.AssertNone(rows.SelectMany(row => row.Faults, (row, fault) => $"{row.Pattern}: {fault}"));
        }
    }

    [Fact]
    public void Xray_MatchesDatedBack_AreCaught()
    {
        // Planted: a scan that knows a pattern one bar before the close that confirms it, as patterns drawn with hindsight do.
        var rows = PatternXray.Examine(
            bars => [.. PatternScanner.Scan(bars).Select(match => match with { End = match.End - 1 })], Bars, Cuts, CancellationToken.None);
        Assert.Contains(rows, row => row.Faults.Any(fault => fault.Contains("depends on bars after", StringComparison.Ordinal)));
    }

    [Fact]
    public void Xray_FailuresLeftOut_AreCaught()
    {
        // Planted: a scan that drops a match when the next close goes against it.
        var rows = PatternXray.Examine(
            bars =>
            [
                .. PatternScanner.Scan(bars).Where(match =>
                    match.End + 1 >= bars.Count || (int)match.Direction * (bars.Close[match.End + 1] - bars.Close[match.End]) >= 0),
            ],
            Bars,
            Cuts,
            CancellationToken.None);
        Assert.Contains(rows, row => row.Faults.Any(fault => fault.Contains("changes or goes", StringComparison.Ordinal)));
    }

    [Fact]
    public void Scan_Again_FindsTheSame() => Assert.Equal(PatternScanner.Scan(Long), PatternScanner.Scan(Long));

    [Fact]
    public void Scan_SomeIds_FindsWhatAllFind()
    {
        var all = PatternScanner.Scan(Bars);
        foreach (var spec in PatternCatalog.All)
        {
            Assert.Equal(all.Where(match => match.Pattern == spec.Id), PatternScanner.Scan(Bars, [spec.Id]));
        }
    }

    [Fact]
    public void Scan_Matches_AreInOrderWithinRangeAndConsistent()
    {
        var matches = PatternScanner.Scan(Long);
        Assert.Equal(matches.OrderBy(match => match.End).ThenBy(match => match.Pattern, StringComparer.Ordinal).ThenBy(match => match.Start), matches);
        Assert.All(matches, match =>
        {
            var spec = PatternCatalog.Find(match.Pattern);
            Assert.InRange(match.Confidence, 0, 1);
            Assert.InRange(match.Start, 0, match.End);
            Assert.InRange(match.End, 0, Long.Count - 1);
            Assert.Equal(spec.Kind, match.Kind);
            if (spec.Kind == PatternKind.Candle)
            {
                Assert.Equal(spec.Bars, match.End - match.Start + 1);
                Assert.Equal(spec.Direction, match.Direction);
                Assert.Equal(match.Direction == PatternDirection.Neutral, double.IsNaN(match.Breakout) && double.IsNaN(match.Stop));
                Assert.Equal(double.NaN, match.Target);
                return;
            }

            var side = (int)match.Direction;
            Assert.True(side != 0 && (spec.Direction == PatternDirection.Neutral || spec.Direction == match.Direction), $"{match}");
            Assert.InRange(match.End - match.Start + 1, 2, spec.Bars);
            Assert.True(side * match.Stop < side * match.Breakout, $"{match}");
            Assert.True(side * match.Breakout < side * Long.Close[match.End] && side * Long.Close[match.End] < side * match.Target, $"{match}");
        });
    }

    [Fact]
    public void Scan_OtherUnits_FindsTheSameAtScaledLevels()
    {
        // Powers of two keep every digit, so that a branch cannot fall the other way.
        var plain = PatternScanner.Scan(Long);
        foreach (var factor in new[] { Math.Pow(2, -200), 1 / 1048576.0, 65536, Math.Pow(2, 200) })
        {
            var scaled = PatternScanner.Scan(Map(Long, price => price * factor));
            Assert.Equal(
                plain.Select(match => match with { Breakout = match.Breakout * factor, Target = match.Target * factor, Stop = match.Stop * factor }), scaled);
        }
    }

    [Fact]
    public void Scan_UpsideDown_FindsTheMirrors()
    {
        var mirrors = PatternCatalog.Rules
            .Where(rule => rule.Mirror is not null)
            .SelectMany(rule => new (string Id, string Other)[] { (rule.Spec.Id, rule.Mirror!.Id), (rule.Mirror.Id, rule.Spec.Id) })
            .Distinct()
            .ToDictionary(pair => pair.Id, pair => pair.Other, StringComparer.Ordinal);
        var expected = PatternScanner.Scan(Long)
            .Where(match => mirrors.ContainsKey(match.Pattern))
            .Select(match => match with
            {
                Pattern = mirrors[match.Pattern],
                Direction = (PatternDirection)(-(int)match.Direction),
                Breakout = -match.Breakout,
                Target = -match.Target,
                Stop = -match.Stop,
            });
        var down = IndicatorBars.Map(Long, (_, bar) => bar with { Open = -bar.Open, High = -bar.Low, Low = -bar.High, Close = -bar.Close });
        Assert.Equal(expected.ToHashSet(), PatternScanner.Scan(down).Where(match => mirrors.ContainsKey(match.Pattern)).ToHashSet());
    }

    [Fact]
    public void Scan_AfterUnknownBar_StartsAgain()
    {
        const int gap = 2000;
        foreach (var field in new[] { 0, 1, 2, 3 })
        {
            var broken = IndicatorBars.Map(Long, (i, bar) => i != gap ? bar : field switch
            {
                0 => bar with { Open = double.NaN },
                1 => bar with { High = double.PositiveInfinity },
                2 => bar with { Low = double.NaN },
                _ => bar with { Close = double.NaN },
            });
            var after = PatternScanner.Scan(Long.Slice(gap + 1, Long.Count - gap - 1));
            Assert.Equal(
                [
                    .. PatternScanner.Scan(Long.Slice(0, gap)),
                    .. after.Select(match => match with { Start = match.Start + gap + 1, End = match.End + gap + 1 }),
                ],
                PatternScanner.Scan(broken));
        }
    }

    [Fact]
    public void Scan_NothingMoves_FindsNothing()
    {
        foreach (var price in new[] { 100.1, 0, -3.5 })
        {
            Assert.Empty(PatternScanner.Scan(IndicatorBars.Constant(400, price, 1000)));
        }
    }

    [Fact]
    public void Scan_NothingKnown_FindsNothing() => Assert.Empty(PatternScanner.Scan(Map(Bars, _ => double.NaN)));

    [Fact]
    public void Scan_FewBars_FindsNothingOrSoundMatches()
    {
        for (var count = 0; count <= 40; count++)
        {
            Assert.All(PatternScanner.Scan(Bars.Slice(0, count)), match => Assert.InRange(match.End, match.Start, count - 1));
        }
    }

    [Fact]
    public void Scan_RandomWalk_FindsABoundedNumber()
    {
        const int seed = 11;
        const int count = 20_000;
        var matches = PatternScanner.Scan(SampleBars.Daily(count, seed));
        foreach (var (kind, most) in new[] { (PatternKind.Candle, 1000), (PatternKind.Chart, 50), (PatternKind.Harmonic, 5), (PatternKind.Elliott, 15) })
        {
            var found = matches.Count(match => match.Kind == kind) * 1000.0 / count;
            Assert.True(found > 0 && found <= most, $"{kind}: {found} in 1000 bars, at most {most} are expected (seed {seed}).");
        }
    }

    [Fact]
    public void Scan_RandomWalk_IsEvenHanded()
    {
        // Prices that know no direction must not be read as rising or falling: the share of bullish matches is within four standard errors of a
        // half, given that neighbours overlap (a third as many independent ones).
        const int seed = 12;
        var matches = PatternScanner.Scan(SampleBars.Daily(20_000, seed)).Where(match => match.Kind != PatternKind.Candle).ToArray();
        var share = matches.Count(match => match.Direction == PatternDirection.Bullish) / (double)matches.Length;
        Assert.True(Math.Abs(share - 0.5) <= 4 * Math.Sqrt(0.25 / (matches.Length / 3.0)), $"{share} of {matches.Length} are bullish (seed {seed}).");
    }

    private static BarSeries Map(BarSeries bars, Func<double, double> price) => IndicatorBars.Map(
        bars, (_, bar) => bar with { Open = price(bar.Open), High = price(bar.High), Low = price(bar.Low), Close = price(bar.Close) });
}
