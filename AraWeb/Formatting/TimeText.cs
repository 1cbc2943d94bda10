using System.Globalization;
using AraWeb.Engine.Core;
using NodaTime;

namespace AraWeb.Formatting;

/// <summary>
/// Moments with the name of their clock: exchange time for stocks ("2026-11-20 16:00 New York"), UTC for what trades around the clock. ISO order, so that
/// columns sort as they read. No relative times: a page may stand open for hours.
/// </summary>
internal static class TimeText
{
    /// <summary>IANA name of the clock that prices of this class follow; the chart labels its axis with it.</summary>
    public static string ZoneId(AssetClass assetClass) => IsExchangeTime(assetClass) ? "America/New_York" : "UTC";

    /// <summary>What a reader calls that clock.</summary>
    public static string ZoneLabel(AssetClass assetClass) => IsExchangeTime(assetClass) ? "New York" : "UTC";

    /// <summary>Date, time and zone: <c>2026-11-20 16:00 New York</c>.</summary>
    public static string Stamp(DateTimeOffset moment, AssetClass assetClass) =>
        $"{Local(moment, assetClass).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {ZoneLabel(assetClass)}";

    /// <summary>Date, time and UTC, for what belongs to no instrument.</summary>
    public static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The name of a bar: its session's date with the weekday from one day on, date and time below. The zone stands in the column's head.</summary>
    public static string Bar(DateTimeOffset start, Timeframe timeframe, AssetClass assetClass) => timeframe switch
    {
        Timeframe.OneWeek => start.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Timeframe.OneDay => start.UtcDateTime.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture),
        _ => Local(start, assetClass).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    };

    /// <summary>Head of a column of bars: <c>Session</c>, <c>Week of</c> or <c>Bar from (UTC)</c>.</summary>
    public static string BarHead(Timeframe timeframe, AssetClass assetClass) => timeframe switch
    {
        Timeframe.OneWeek => "Week of",
        Timeframe.OneDay => "Session",
        _ => $"Bar from ({ZoneLabel(assetClass)})",
    };

    /// <summary>A span as a clock shows it: <c>1:10</c>, <c>2:03:45</c>.</summary>
    public static string Span(TimeSpan span)
    {
        var whole = TimeSpan.FromSeconds(Math.Max(0, Math.Round(span.TotalSeconds)));
        var hours = (int)whole.TotalHours;
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{whole.Minutes:00}:{whole.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole.Minutes}:{whole.Seconds:00}");
    }

    private static bool IsExchangeTime(AssetClass assetClass) => assetClass is AssetClass.Stock or AssetClass.Etf or AssetClass.Index;

    private static DateTime Local(DateTimeOffset moment, AssetClass assetClass) =>
        Instant.FromDateTimeOffset(moment).InZone(DateTimeZoneProviders.Tzdb[ZoneId(assetClass)]).ToDateTimeUnspecified();
}
