using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Pipeline.Sources;

/// <summary>
/// Where the bar stands in the day, the week, the month and the year, as points on circles; known long before. Holidays enter as the days to the next session.
/// </summary>
internal sealed class CalendarSource : IFeatureSource
{
    private const int DaysOfWeek = 7;
    private const double HoursOfDay = 24;
    private const double MonthsOfYear = 12;

    /// <inheritdoc/>
    public IEnumerable<FeatureValues> Compute(FeatureContext context)
    {
        var bars = context.Bars;
        var calendar = TradingCalendar.For(bars.AssetClass);
        var rows = Enumerable.Range(0, bars.Count).Select(i => Row(calendar, bars[i].Time, bars.Timeframe)).ToArray();
        var names = new[] { "hour-sin", "hour-cos", "weekday-sin", "weekday-cos", "month-day", "month-sin", "month-cos", "days-to-next-session" };
        return names.Select((name, column) => new FeatureValues("calendar:" + name, [.. rows.Select(row => row[column])]));
    }

    private static double[] Row(TradingCalendar calendar, DateTimeOffset time, Timeframe timeframe)
    {
        var session = calendar.SessionOf(time, timeframe);
        var hour = timeframe.IsIntraday() ? 2 * Math.PI * time.UtcDateTime.TimeOfDay.TotalHours / HoursOfDay : double.NaN;
        var weekday = 2 * Math.PI * (int)session.DayOfWeek / DaysOfWeek;
        var month = 2 * Math.PI * (session.Month - 1) / MonthsOfYear;
        return
        [
            Math.Sin(hour), Math.Cos(hour), Math.Sin(weekday), Math.Cos(weekday),
            (session.Day - 1.0) / (DateTime.DaysInMonth(session.Year, session.Month) - 1),
            Math.Sin(month), Math.Cos(month), calendar.NextSession(session).DayNumber - session.DayNumber,
        ];
    }
}
