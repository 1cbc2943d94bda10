using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Simulation;

namespace AraWeb.Tests.Engine.Providers.Simulation;

/// <summary>How simulated prices behave, over almost six years of them. Bounds are what the literature calls stylised facts (Cont 2001).</summary>
public sealed class SimulatedMarketTests
{
    private const int Seed = 2021;

    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly Lazy<SimulatedMarket> Market = new(() =>
    {
        var market = new SimulatedMarket(Seed);
        market.AdvanceTo(Today, CancellationToken.None);
        return market;
    });

    public static TheoryData<string> Tickers => [.. SimulatedInstrument.All.Select(instrument => instrument.Ticker)];

    [Theory]
    [MemberData(nameof(Tickers))]
    public void Days_Returns_HaveFatTailsAndClustersAndNoTrend(string ticker)
    {
        var returns = Returns(Series(ticker));

        Assert.True(returns.Length > 1400, $"{returns.Length} returns");
        Assert.True(ExcessKurtosis(returns) > 1, $"excess kurtosis {ExcessKurtosis(returns):F2}");
        Assert.True(Autocorrelation([.. returns.Select(Math.Abs)]) > 0.1, $"absolute returns {Autocorrelation([.. returns.Select(Math.Abs)]):F3}");

        // With clustered variance the deviation of the estimate is several times one over the root of n.
        Assert.InRange(Autocorrelation(returns), -0.12, 0.12);
    }

    [Fact]
    public void Days_Returns_AreUncorrelatedInTimeOnAverage()
    {
        var average = SimulatedInstrument.All.Average(instrument => Autocorrelation(Returns(Series(instrument.Ticker))));

        Assert.InRange(average, -0.04, 0.04);
    }

    [Theory]
    [MemberData(nameof(Tickers))]
    public void Days_Volatility_IsThatOfTheInstrument(string ticker)
    {
        var instrument = SimulatedInstrument.All.Single(x => x.Ticker == ticker);
        var series = Series(ticker);
        var returns = Returns(series);

        var deviation = Math.Sqrt(returns.Average(x => x * x));

        Assert.InRange(deviation / instrument.Volatility, 0.5, 2);
        for (var i = 0; i < series.Count; i++)
        {
            var ticks = series.Close[i] * instrument.TicksPerUnit;
            Assert.True(Math.Abs(ticks - Math.Round(ticks)) < 1e-4, $"{series[i]} is not on the grid of ticks.");
        }
    }

    [Fact]
    public void Days_Correlation_IsHigherWithinAClassThanBetweenClasses()
    {
        var (within, between) = (new List<double>(), new List<double>());
        foreach (var a in SimulatedInstrument.All)
        {
            foreach (var b in SimulatedInstrument.All.Where(b => string.CompareOrdinal(a.Ticker, b.Ticker) < 0))
            {
                var isSameClass = MinuteShape.IsSessionBound(a.AssetClass) == MinuteShape.IsSessionBound(b.AssetClass)
                    && (a.AssetClass == b.AssetClass || MinuteShape.IsSessionBound(a.AssetClass));
                (isSameClass ? within : between).Add(Correlation(Series(a.Ticker), Series(b.Ticker)));
            }
        }

        Assert.True(within.Min() > 0.15, $"least within {within.Min():F2}");
        Assert.InRange(between.Average(), 0, 0.25);
        Assert.True(within.Average() > between.Average() + 0.2, $"within {within.Average():F2}, between {between.Average():F2}");
    }

    [Fact]
    public void Hours_FirstHalfOfADay_SaysNothingOfTheSecond()
    {
        // A path that is drawn towards a known end would show here.
        var (mornings, afternoons) = (new List<double>(), new List<double>());
        foreach (var instrument in SimulatedInstrument.All.Where(instrument => instrument.AssetClass == AssetClass.Crypto))
        {
            var hours = Market.Value.Read(instrument.Symbol, Timeframe.OneHour, Today.AddDays(-SimulatedMarket.DaysOfHours));
            for (var day = 0; day + 24 <= hours.Count; day += 24)
            {
                mornings.Add(Math.Log(hours.Close[day + 11] / hours.Open[day]) / instrument.Volatility);
                afternoons.Add(Math.Log(hours.Close[day + 23] / hours.Open[day + 12]) / instrument.Volatility);
            }
        }

        var bound = 3.5 / Math.Sqrt(mornings.Count / 4.0); // the four coins move together

        Assert.Equal(4 * (SimulatedMarket.DaysOfHours + 1), mornings.Count);
        Assert.InRange(Correlation(mornings, afternoons), -bound, bound);
    }

    [Theory]
    [MemberData(nameof(Tickers))]
    public void Minutes_Joined_AreExactlyTheHoursAndDays(string ticker)
    {
        var instrument = SimulatedInstrument.All.Single(x => x.Ticker == ticker);
        var calendar = TradingCalendar.For(instrument.AssetClass);
        var minutes = Bars(instrument, Timeframe.OneMinute, Today.AddDays(-SimulatedMarket.DaysOfMinutes));
        var hours = Bars(instrument, Timeframe.OneHour, Today.AddDays(-SimulatedMarket.DaysOfMinutes));
        var days = Bars(instrument, Timeframe.OneDay, Today);
        var compared = 0;

        Assert.Equal(hours, minutes.GroupBy(bar => hours.Last(hour => hour.Time <= bar.Time).Time).Select(group => Join(group.Key, [.. group])));
        foreach (var day in days)
        {
            var session = DateOnly.FromDateTime(day.Time.UtcDateTime);
            var (open, close) = (calendar.OpenOf(session), calendar.CloseOf(session));
            if (open >= minutes[0].Time)
            {
                var ofSession = minutes.Where(bar => bar.Time >= open && bar.Time < close).ToList();
                Assert.Equal((close - open).TotalMinutes, ofSession.Count);
                Assert.Equal(day, Join(day.Time, ofSession));
                compared++;
            }
        }

        Assert.True(compared >= 6, $"{compared} days");
    }

    [Theory]
    [MemberData(nameof(Tickers))]
    public void Bars_AllTimeframes_LieOnTheCalendarAndAreSane(string ticker)
    {
        var instrument = SimulatedInstrument.All.Single(x => x.Ticker == ticker);
        var calendar = TradingCalendar.For(instrument.AssetClass);
        foreach (var timeframe in new[] { Timeframe.OneMinute, Timeframe.OneHour, Timeframe.OneDay })
        {
            var bars = Bars(instrument, timeframe, Today.AddDays(-SimulatedMarket.DaysOfHours));
            for (var i = 1; i < bars.Count; i++)
            {
                Assert.Equal(calendar.BarsAfter(bars[i - 1].Time, timeframe, 1)[0], bars[i].Time);
                Assert.True(bars[i].Low <= Math.Min(bars[i].Open, bars[i].Close) && bars[i].High >= Math.Max(bars[i].Open, bars[i].Close), bars[i].ToString());
                Assert.True(bars[i].Volume > 0 == instrument.VolumePerMinute > 0, bars[i].ToString());
            }
        }

        Assert.Equal(SimulatedMarket.FirstSession, DateOnly.FromDateTime(Bars(instrument, Timeframe.OneDay, Today)[0].Time.UtcDateTime));
    }

    [Fact]
    public void AdvanceTo_InManySteps_GivesTheSameBits()
    {
        var day = new DateOnly(2021, 5, 14);
        var once = new SimulatedMarket(Seed);
        var often = new SimulatedMarket(Seed);

        once.AdvanceTo(day, CancellationToken.None);
        for (var step = new DateOnly(2021, 1, 1); step <= day; step = step.AddDays(step.Day % 3 + 1))
        {
            often.AdvanceTo(step, CancellationToken.None);
        }

        often.AdvanceTo(day, CancellationToken.None);

        foreach (var instrument in SimulatedInstrument.All)
        {
            foreach (var timeframe in new[] { Timeframe.OneMinute, Timeframe.OneHour, Timeframe.OneDay })
            {
                Assert.Equal(Bars(once, instrument, timeframe, day.AddDays(-60)), Bars(often, instrument, timeframe, day.AddDays(-60)));
            }
        }
    }

    [Fact]
    public void AdvanceTo_OtherSeed_GivesAnotherMarket()
    {
        var day = new DateOnly(2021, 2, 1);
        var other = new SimulatedMarket(Seed + 1);
        other.AdvanceTo(day, CancellationToken.None);

        foreach (var instrument in SimulatedInstrument.All)
        {
            Assert.NotEqual(Bars(Market.Value, instrument, Timeframe.OneDay, day)[5], Bars(other, instrument, Timeframe.OneDay, day)[5]);
        }
    }

    [Fact]
    public void AdvanceTo_Cancelled_CanBeTakenUpAgain()
    {
        var market = new SimulatedMarket(Seed);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => market.AdvanceTo(new DateOnly(2021, 2, 1), cancelled.Token));
        market.AdvanceTo(new DateOnly(2021, 2, 1), CancellationToken.None);

        var bars = Bars(market, SimulatedInstrument.All[0], Timeframe.OneDay, Today);
        Assert.Equal(Bars(Market.Value, SimulatedInstrument.All[0], Timeframe.OneDay, Today)[..bars.Count], bars);
    }

    private static BarSeries Series(string ticker) =>
        Market.Value.Read(SimulatedInstrument.All.Single(x => x.Ticker == ticker).Symbol, Timeframe.OneDay, Today);

    private static List<Bar> Bars(SimulatedInstrument instrument, Timeframe timeframe, DateOnly first) => Bars(Market.Value, instrument, timeframe, first);

    private static List<Bar> Bars(SimulatedMarket market, SimulatedInstrument instrument, Timeframe timeframe, DateOnly first)
    {
        var series = market.Read(instrument.Symbol, timeframe, first);
        return [.. Enumerable.Range(0, series.Count).Select(i => series[i])];
    }

    private static Bar Join(DateTimeOffset time, List<Bar> bars) => new(
        time, bars[0].Open, bars.Max(bar => bar.High), bars.Min(bar => bar.Low), bars[^1].Close, bars.Sum(bar => bar.Volume));

    private static double[] Returns(BarSeries bars) =>
        [.. Enumerable.Range(1, bars.Count - 1).Select(i => Math.Log(bars.Close[i] / bars.Close[i - 1]))];

    private static double ExcessKurtosis(double[] values)
    {
        var mean = values.Average();
        var variance = values.Average(x => Math.Pow(x - mean, 2));
        return (values.Average(x => Math.Pow(x - mean, 4)) / (variance * variance)) - 3;
    }

    private static double Autocorrelation(double[] values) => Correlation(values[1..], values[..^1]);

    private static double Correlation(BarSeries a, BarSeries b)
    {
        var ofA = Returns(a).Zip(a.Times[1..].ToArray()).ToDictionary(pair => pair.Second, pair => pair.First);
        var common = Returns(b).Zip(b.Times[1..].ToArray()).Where(pair => ofA.ContainsKey(pair.Second)).ToList();
        return Correlation([.. common.Select(pair => ofA[pair.Second])], [.. common.Select(pair => pair.First)]);
    }

    private static double Correlation(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var covariance = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return covariance / Math.Sqrt(a.Sum(x => Math.Pow(x - meanA, 2)) * b.Sum(y => Math.Pow(y - meanB, 2)));
    }
}
