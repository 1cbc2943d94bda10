using AraWeb.Engine.Volatility;
using AraWeb.Engine.Volatility.Panel;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Volatility.Panel;

public sealed class PanelVolatilityTests
{
    private const int Dates = 570;

    private static readonly double[] Common = CongruentialStream.Take(600, 3);
    private static readonly double[] Own = CongruentialStream.Take(3607, 21);
    private static readonly double[] Returns = CongruentialStream.Take(3607, 8);

    [Theory]
    [InlineData(1, 0, 0.00014614823629190585)]
    [InlineData(1, 4, 0.00034937111697542307)]
    [InlineData(1, 5, 0.00042352329777370454)]
    [InlineData(5, 0, 0.00015206656159089403)]
    [InlineData(5, 4, 0.0003717308054712085)]
    [InlineData(5, 5, 0.0004229191762505154)]
    public void Forecast_SixMembers_EqualsTheSameSystemsInNumpy(int horizon, int member, double expected)
    {
        // numpy 1.24.2: rows built in Python from the definitions, pooled slopes from (sum of centred X'X + 200 diag var) b = X'y over the five members with
        // 500 rows, each member's from (X'X + 500 diag var) b = X'y + 500 var b_pooled, last refit at date 567; member 4 has gaps, member 5 joins at date 120,
        // so three early dates have four members and no market terms.
        var panel = Feed(6, Irregular);
        var variances = new double[5];
        Assert.Equal(PanelSource.Pooled, panel.Forecast(member, variances));
        Assert.Equal(expected, variances[horizon - 1], 1e-9 * expected);
    }

    [Fact]
    public void Forecast_OtherBarsLater_IsTheSameBeforeThem()
    {
        // The wilder bars after date 555 must not reach any forecast up to it; member 2 alone is changed.
        var before = Said(changedFrom: Dates);
        var after = Said(changedFrom: 555);
        for (var d = 0; d < Dates; d++)
        {
            for (var s = 0; s < 6; s++)
            {
                Assert.True(before[d][s].Equals(after[d][s]) == (d < 555 || double.IsNaN(before[d][s])), $"date {d}, member {s}");
            }
        }
    }

    [Fact]
    public void Forecast_MembersInAnotherOrder_IsTheSameForEach()
    {
        int[] order = [3, 0, 5, 1, 4, 2];
        var straight = Feed(6, Irregular);
        var shuffled = Feed(6, (d, s) => Irregular(d, order[s]));
        for (var s = 0; s < 6; s++)
        {
            var (expected, actual) = (new double[5], new double[5]);
            Assert.Equal(straight.Forecast(order[s], expected), shuffled.Forecast(s, actual));
            for (var h = 0; h < 5; h++)
            {
                Assert.Equal(expected[h], actual[h], 1e-9 * expected[h]);
            }
        }
    }

    [Fact]
    public void Forecast_FewerThanFiveMembers_IsTheOwnRegression()
    {
        var panel = Feed(4, Regular);
        var own = new LogHar(HarSettings.Daily, new HorizonAnchors(1, 5));
        for (var d = 0; d < Dates; d++)
        {
            own.Add(Regular(d, 2)!.Value);
        }

        var (expected, actual) = (new double[5], new double[5]);
        own.Forecast(expected);
        Assert.Equal(PanelSource.Own, panel.Forecast(2, actual));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Forecast_DateWithFourOfSix_IsTheOwnRegressionOnThatDateOnly()
    {
        var panel = Feed(6, (d, s) => d == Dates - 1 && s < 2 ? null : Regular(d, s));
        Assert.Equal(PanelSource.Own, panel.Forecast(3, new double[5]));
        panel.Add(DateOf(Dates, 6, Regular));
        Assert.Equal(PanelSource.Pooled, panel.Forecast(3, new double[5]));
    }

    [Fact]
    public void Forecast_MemberThatJoinsLate_IsNoneThenOwnThenPooled()
    {
        var panel = New(7);
        var sources = new List<PanelSource>();
        for (var d = 0; d < 600; d++)
        {
            panel.Add(DateOf(d, 7, (date, s) => s == 6 && date < 500 ? null : Regular(date, s)));
            sources.Add(panel.Forecast(6, new double[5]));
        }

        Assert.Equal([PanelSource.None, PanelSource.Own, PanelSource.Pooled], sources.Where((source, d) => d == 0 || source != sources[d - 1]));

        // 22 bars for the first row, five more for its outcome, 60 rows in blocks that close every 21 dates: the 586th date at the earliest, so the 588th.
        Assert.Equal(588, 1 + sources.IndexOf(PanelSource.Pooled));
    }

    [Fact]
    public void Forecast_MemberThatStops_StaysAtItsNewestBarAndTheOthersGoOn()
    {
        var panel = New(6);
        var (atStop, later, other, otherLater) = (new double[5], new double[5], new double[5], new double[5]);
        for (var d = 0; d < 586; d++)
        {
            panel.Add(DateOf(d, 6, (date, s) => s == 1 && date >= 570 ? null : Regular(date, s)));
            if (d == 569)
            {
                panel.Forecast(1, atStop);
                panel.Forecast(2, other);
            }
        }

        Assert.Equal(PanelSource.Pooled, panel.Forecast(1, later));
        panel.Forecast(2, otherLater);
        Assert.Equal(atStop, later);
        Assert.NotEqual(other, otherLater);
    }

    [Fact]
    public void Forecast_MemberThatNeverChanges_IsItsOwnLevel()
    {
        var panel = Feed(6, (d, s) => Regular(d, s) is { } bar && s == 5 ? bar with { Variance = 1e-4, LogReturn = 0 } : Regular(d, s));
        var variances = new double[5];
        Assert.Equal(PanelSource.Pooled, panel.Forecast(5, variances));
        Assert.All(variances, variance => Assert.Equal(1e-4, variance, 1e-12));
        panel.Forecast(0, variances);
        Assert.All(variances, variance => Assert.InRange(variance, 1e-5, 1e-2));
    }

    [Fact]
    public void Forecast_OneSymbolTwice_IsEqualForBoth()
    {
        var panel = Feed(6, (d, s) => Regular(d, s == 5 ? 0 : s));
        var (first, second) = (new double[5], new double[5]);
        Assert.Equal(PanelSource.Pooled, panel.Forecast(0, first));
        panel.Forecast(5, second);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Forecast_AllMembersAlike_StaysWithinWhatWasSeen()
    {
        // The market terms then repeat the member's own: the ridge keeps the system solvable.
        var panel = Feed(5, (d, _) => Regular(d, 0));
        var variances = new double[5];
        Assert.Equal(PanelSource.Pooled, panel.Forecast(3, variances));
        Assert.All(variances, variance => Assert.InRange(variance, 2e-5, 8e-4));
    }

    [Fact]
    public void Forecast_BeforeAnyDate_IsNone()
    {
        var variances = new double[5];
        Assert.Equal(PanelSource.None, New(5).Forecast(0, variances));
        Assert.All(variances, variance => Assert.True(double.IsNaN(variance)));
    }

    [Fact]
    public void Add_DateThatCannotBe_ThrowsAndChangesNothing()
    {
        var panel = Feed(6, Regular);
        var (before, after) = (new double[5], new double[5]);
        panel.Forecast(0, before);
        var good = DateOf(Dates, 6, Regular);
        VarianceObservation?[] With(VarianceObservation bad) => [.. good[..5], bad];
        var bar = good[5]!.Value;
        Assert.Throws<ArgumentException>(() => panel.Add(good.AsSpan(0, 5)));
        Assert.Throws<ArgumentException>(() => panel.Add(DateOf(Dates - 1, 6, Regular)));
        foreach (var bad in (VarianceObservation[])
            [bar with { Time = bar.Time + 1 }, bar with { Variance = 0 }, bar with { Variance = double.NaN }, bar with { LogReturn = double.NegativeInfinity }])
        {
            Assert.Throws<ArgumentException>(() => panel.Add(With(bad)));
        }

        panel.Forecast(0, after);
        Assert.Equal(before, after);
        panel.Add(good);
    }

    private static PanelVolatility New(int members) => new(HarSettings.Daily, new HorizonAnchors(1, 5), members);

    private static PanelVolatility Feed(int members, Func<int, int, VarianceObservation?> barOf)
    {
        var panel = New(members);
        for (var d = 0; d < Dates; d++)
        {
            panel.Add(DateOf(d, members, barOf));
        }

        return panel;
    }

    private static double[][] Said(int changedFrom)
    {
        var panel = New(6);
        var variances = new double[5];
        var said = new double[Dates][];
        for (var d = 0; d < Dates; d++)
        {
            panel.Add(DateOf(d, 6, (date, s) => Regular(date, s) is { } bar && date >= changedFrom && s == 2
                ? bar with { Variance = 9 * bar.Variance }
                : Regular(date, s)));
            said[d] = new double[6];
            for (var s = 0; s < 6; s++)
            {
                panel.Forecast(s, variances);
                said[d][s] = variances[4];
            }
        }

        return said;
    }

    private static VarianceObservation?[] DateOf(int d, int members, Func<int, int, VarianceObservation?> barOf) =>
        [.. Enumerable.Range(0, members).Select(s => barOf(d, s))];

    private static VarianceObservation? Irregular(int d, int s) => (s == 5 && d < 120) || (s == 4 && d % 50 == 7) ? null : Regular(d, s);

    /// <summary>A common part, a part of each member's own, and levels that rise from member to member.</summary>
    private static VarianceObservation? Regular(int d, int s) => new VarianceObservation(
        Math.Exp(-9 + (0.2 * s) + (2 * (Common[d] - 0.5)) + (1.5 * (Own[(d * 6) + s] - 0.5))),
        0.02 * (Returns[(d * 6) + s] - 0.5)) { Time = d };
}
