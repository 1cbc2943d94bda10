using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics;
using AraWeb.Engine.Volatility;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Volatility;

public sealed class SeasonalVolatilityTests
{
    private const int Hours = 24 * 7 * 30;

    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Forecast_HourThatIsAlwaysWild_IsForeseen()
    {
        // Variance is 9 at 14:00 UTC and 1 elsewhere, times noise: the next bar's forecast must know which hour comes.
        var model = new SeasonalVolatility(new Ewma(Ewma.RiskMetricsDecay, usesRange: true), TradingCalendar.For(AssetClass.Crypto), Timeframe.OneHour);
        var noise = CongruentialStream.Take(Hours, 21);
        var variances = new double[1];
        var (quiet, wild, plain) = (0.0, 0.0, 0.0);
        var rival = new Ewma(Ewma.RiskMetricsDecay, usesRange: true);
        for (var t = 0; t < Hours; t++)
        {
            var observation = Observation(t, noise[t]);
            if (t > Hours / 2)
            {
                model.Forecast(variances);
                (quiet, wild) = t % 24 == 14 ? (quiet, variances[0]) : (variances[0], wild);
                plain += Loss(rival, observation) - Scores.Qlike(observation.Variance, variances[0]);
            }

            model.Add(observation);
            rival.Add(observation);
        }

        Assert.InRange(wild / quiet, 7, 11);
        Assert.True(plain > 0, "the daily course did not help");
    }

    [Fact]
    public void Forecast_DayAhead_HoldsTheAverageOfTheDay()
    {
        var model = new SeasonalVolatility(new Ewma(Ewma.RiskMetricsDecay, usesRange: true), TradingCalendar.For(AssetClass.Crypto), Timeframe.OneHour);
        for (var t = 0; t < Hours; t++)
        {
            model.Add(Observation(t, 0.5));
        }

        var variances = new double[24];
        model.Forecast(variances);
        Assert.InRange(variances[23] / 0.0001, 0.9 * (23 + 9) / 24.0, 1.1 * (23 + 9) / 24.0);
    }

    [Fact]
    public void Forecast_OpeningMovesWithSummerTime_TheWildSlotMovesWithIt()
    {
        // The first hour of a New York session is at 14:30 UTC in winter and at 13:30 in summer; slots count from the opening.
        var calendar = TradingCalendar.For(AssetClass.Stock);
        var model = new SeasonalVolatility(new Ewma(Ewma.RiskMetricsDecay, usesRange: true), calendar, Timeframe.OneHour);
        var day = new DateOnly(2024, 1, 2);
        var variances = new double[1];
        for (; day < new DateOnly(2024, 3, 12); day = calendar.NextSession(day))
        {
            for (var hour = 0; hour < 6; hour++)
            {
                if (day > new DateOnly(2024, 3, 8))
                {
                    model.Forecast(variances);
                    Assert.InRange(variances[0] / 0.0001, hour == 0 ? 3 : 0.7, hour == 0 ? 5 : 1.4);
                }

                model.Add(new VarianceObservation(hour == 0 ? 0.0004 : 0.0001, 0) { Time = calendar.OpenOf(day).AddHours(hour).ToUnixTimeMilliseconds() });
            }
        }
    }

    private static double Loss(Ewma rival, in VarianceObservation observation)
    {
        Span<double> variance = stackalloc double[1];
        rival.Forecast(variance);
        return Scores.Qlike(observation.Variance, variance[0]);
    }

    private static VarianceObservation Observation(int t, double noise) =>
        new(0.0001 * (t % 24 == 14 ? 9 : 1) * Math.Exp(0.4 * (noise - 0.5)), 0) { Time = Start.AddHours(t).ToUnixTimeMilliseconds() };
}
