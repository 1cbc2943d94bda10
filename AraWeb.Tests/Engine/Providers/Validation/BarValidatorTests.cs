using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Tests.Engine.Providers.Validation;

public sealed class BarValidatorTests
{
    private const int Rows = 120;
    private const int At = 80;

    [Theory]
    [InlineData(AssetClass.Stock)]
    [InlineData(AssetClass.Crypto)]
    [InlineData(AssetClass.Forex)]
    public void Examine_SaneRows_KeepsThemAndFindsNothing(AssetClass assetClass)
    {
        var bars = BarRows.Calm(Rows, assetClass).Examine();

        Assert.Empty(bars.Log.Defects);
        Assert.Equal(Rows, bars.Series.Count);
    }

    [Theory]
    [InlineData(double.NaN, DefectKind.UnreadablePrice)]
    [InlineData(double.PositiveInfinity, DefectKind.UnreadablePrice)]
    [InlineData(0, DefectKind.NonPositivePrice)]
    [InlineData(-30, DefectKind.NonPositivePrice)]
    public void Examine_PriceThatIsNone_DropsTheRow(double price, DefectKind kind)
    {
        foreach (var change in new Func<RawBar, RawBar>[]
        {
            bar => bar with { Open = price }, bar => bar with { High = price }, bar => bar with { Low = price }, bar => bar with { Close = price },
        })
        {
            var bars = BarRows.Calm(Rows).With(At, change).Examine();

            AssertDropped(bars, kind);
        }
    }

    [Fact]
    public void Examine_CrossedRangeThatExchangingMends_IsRepaired()
    {
        var bars = BarRows.Calm(Rows).With(At, bar => bar with { High = bar.Low, Low = bar.High }).Examine();

        AssertOnly(bars, DefectKind.CrossedRange, DefectSeverity.Repaired);
        AssertSane(bars.Series);
        Assert.Equal(Rows, bars.Series.Count);
    }

    [Fact]
    public void Examine_CrossedRangeBeyondRepair_IsDropped() =>
        AssertDropped(BarRows.Calm(Rows).With(At, bar => bar with { High = bar.Low * 0.99 }).Examine(), DefectKind.CrossedRange);

    [Fact]
    public void Examine_CloseSlightlyOutside_WidensTheRange()
    {
        var bars = BarRows.Calm(Rows).With(At, bar => bar with { Close = bar.High * 1.002 }).Examine();

        AssertOnly(bars, DefectKind.OutsideRange, DefectSeverity.Repaired);
        Assert.Equal(bars.Series.Close[At], bars.Series.High[At]);
    }

    [Fact]
    public void Examine_CloseFarOutside_DropsTheRow() =>
        AssertDropped(BarRows.Calm(Rows).With(At, bar => bar with { Close = bar.High * 2 }).Examine(), DefectKind.OutsideRange);

    [Fact]
    public void Examine_OpenFarOutside_IsPulledToTheRange()
    {
        var bars = BarRows.Calm(Rows).With(At, bar => bar with { Open = bar.Low * 0.8 }).Examine();

        AssertOnly(bars, DefectKind.OutsideRange, DefectSeverity.Repaired);
        Assert.Equal(bars.Series.Low[At], bars.Series.Open[At]);
    }

    [Theory]
    [InlineData(0.003, false)]
    [InlineData(0.003, true)]
    [InlineData(3000, false)]
    [InlineData(3000, true)]
    public void Examine_AbsurdOpen_IsRepairedWithoutAnExplodingRange(double open, bool hasReachedTheRange)
    {
        // Either the open alone is wrong, or the range was made to hold it.
        var bars = BarRows.Calm(Rows).With(At, bar => hasReachedTheRange
            ? bar with { Open = open, Low = Math.Min(open, bar.Low), High = Math.Max(open, bar.High) }
            : bar with { Open = open }).Examine();

        Assert.Equal(Rows, bars.Series.Count);
        Assert.All(bars.Log.Defects, defect => Assert.True(defect is { Kind: DefectKind.AbsurdPrice, Severity: DefectSeverity.Repaired, Row: At + 2 }));
        Assert.NotEmpty(bars.Log.Defects);
        AssertCalm(bars.Series);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(900)]
    public void Examine_AbsurdWick_IsCut(double price)
    {
        var bars = BarRows.Calm(Rows).With(At, bar => price < 1 ? bar with { Low = price } : bar with { High = price }).Examine();

        AssertOnly(bars, DefectKind.AbsurdPrice, DefectSeverity.Repaired);
        AssertCalm(bars.Series);
    }

    [Theory]
    [InlineData(0.003)]
    [InlineData(30_000)]
    public void Examine_AbsurdCloseInsideItsRange_IsDropped(double close) =>
        AssertDropped(
            BarRows.Calm(Rows).With(At, bar => bar with { Close = close, Low = Math.Min(close, bar.Low), High = Math.Max(close, bar.High) }).Examine(),
            DefectKind.AbsurdPrice);

    [Fact]
    public void Examine_DeepCrashOfACoin_IsKept()
    {
        // A coin that loses a factor of 200 within a day and stays there, as LUNA did on 12 May 2022.
        var bars = BarRows.Calm(Rows, AssetClass.Crypto)
            .With(At, bar => bar with { Close = 0.15, Low = 0.14 })
            .WithAllFrom(At + 1, bar => bar with { Open = 0.15, High = 0.16, Low = 0.14, Close = 0.15 })
            .Examine();

        Assert.Equal(Rows, bars.Series.Count);
        Assert.Contains(bars.Log.Defects, defect => defect is { Kind: DefectKind.Outlier, Severity: DefectSeverity.Suspicious });
    }

    [Fact]
    public void Examine_WholeBarFarAway_IsDropped() =>
        AssertDropped(BarRows.Calm(Rows).With(At, bar => Scaled(bar, 0.0001)).Examine(), DefectKind.UnconfirmedJump);

    [Fact]
    public void Examine_NewLevelThatLasts_IsTakenAfterThreeBars()
    {
        var bars = BarRows.Calm(Rows).WithAllFrom(At, bar => Scaled(bar, 0.0123)).Examine();

        Assert.Equal(Rows - 2, bars.Series.Count);
        Assert.Equal(2, Count(bars, DefectKind.UnconfirmedJump, DefectSeverity.Dropped));
        Assert.Equal(1, Count(bars, DefectKind.UnconfirmedJump, DefectSeverity.Suspicious));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1.5)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(0.1)]
    public void Examine_UnadjustedSplit_IsMarkedAndKept(double ratio)
    {
        var bars = BarRows.Calm(Rows).WithAllFrom(At, bar => Scaled(bar, 1 / ratio)).Examine();

        AssertOnly(bars, DefectKind.LikelySplit, DefectSeverity.Suspicious);
        Assert.Equal(Rows, bars.Series.Count);
    }

    [Fact]
    public void Examine_FallBySplitRatioOnAWildDay_IsAnOutlierAndNoSplit()
    {
        var bars = BarRows.Calm(Rows)
            .WithAllFrom(At, bar => Scaled(bar, 0.5))
            .With(At, bar => bar with { High = bar.High * 1.3, Low = bar.Low * 0.8 })
            .Examine();

        Assert.Equal(0, Count(bars, DefectKind.LikelySplit, DefectSeverity.Suspicious));
        Assert.Equal(1, Count(bars, DefectKind.Outlier, DefectSeverity.Suspicious));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-5)]
    public void Examine_BadVolume_BecomesZero(double volume)
    {
        var bars = BarRows.Calm(Rows).With(At, bar => bar with { Volume = volume }).Examine();

        AssertOnly(bars, DefectKind.UnreadableVolume, DefectSeverity.Repaired);
        Assert.Equal(0, bars.Series.Volume[At]);
    }

    [Theory]
    [InlineData(20260102)]
    public void Examine_PrefixOfTheRows_GivesThePrefixOfTheSeries(int seed)
    {
        // Nothing that is done to a bar may depend on rows after it.
        var random = new Random(seed);
        var rows = BarRows.Calm(Rows);
        for (var i = 0; i < 60; i++)
        {
            var factor = Math.Exp(4 * ((2 * random.NextDouble()) - 1));
            rows.With(random.Next(Rows), random.Next(5) switch
            {
                0 => bar => bar with { Open = bar.Open * factor },
                1 => bar => bar with { High = bar.High * factor },
                2 => bar => bar with { Low = bar.Low * factor },
                3 => bar => bar with { Close = bar.Close * factor },
                _ => bar => Scaled(bar, factor * factor),
            });
        }

        var all = rows.Examine().Series;

        AssertSane(all);
        for (var count = 1; count < Rows; count++)
        {
            var prefix = rows.Examine(count).Series;
            Assert.True(prefix.Count <= all.Count, $"seed {seed}");
            for (var i = 0; i < prefix.Count; i++)
            {
                Assert.True(prefix[i] == all[i], $"Bar {i} of the first {count} rows is {prefix[i]} and becomes {all[i]} (seed {seed}).");
            }
        }
    }

    private static RawBar Scaled(RawBar bar, double factor) =>
        bar with { Open = bar.Open * factor, High = bar.High * factor, Low = bar.Low * factor, Close = bar.Close * factor };

    private static int Count(ValidatedBars bars, DefectKind kind, DefectSeverity severity) =>
        bars.Log.Counts.Where(count => count.Kind == kind && count.Severity == severity).Sum(count => count.Count);

    private static void AssertOnly(ValidatedBars bars, DefectKind kind, DefectSeverity severity)
    {
        var defect = Assert.Single(bars.Log.Defects);
        Assert.Equal((kind, severity, At + 2), (defect.Kind, defect.Severity, defect.Row));
        Assert.NotNull(defect.Time);
    }

    private static void AssertDropped(ValidatedBars bars, DefectKind kind)
    {
        Assert.Equal(Rows - 1, bars.Series.Count);
        Assert.Equal(1, Count(bars, kind, DefectSeverity.Dropped));
        Assert.Contains(bars.Log.Defects, defect => defect.Kind == kind && defect.Row == At + 2);
        AssertCalm(bars.Series);
    }

    private static void AssertSane(BarSeries bars)
    {
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            Assert.True(bar.Low > 0 && bar.Low <= Math.Min(bar.Open, bar.Close) && bar.High >= Math.Max(bar.Open, bar.Close), bar.ToString());
        }
    }

    private static void AssertCalm(BarSeries bars)
    {
        AssertSane(bars);
        for (var i = 0; i < bars.Count; i++)
        {
            Assert.True(Math.Log(bars.High[i] / bars.Low[i]) < 0.1, bars[i].ToString());
        }
    }
}
