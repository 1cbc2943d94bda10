using AraWeb.Engine.Core;

namespace AraWeb.Formatting;

/// <summary>Time frames and kinds of instruments in words.</summary>
internal static class TimeframeText
{
    /// <summary>Bars in the singular or plural that <paramref name="count"/> asks for: <c>5 sessions</c>, <c>1 hour</c>, <c>3 bars of 5 minutes</c>.</summary>
    public static string Ahead(int count, Timeframe timeframe)
    {
        var many = count != 1;
        return timeframe switch
        {
            Timeframe.OneMinute => $"{count} {(many ? "minutes" : "minute")}",
            Timeframe.OneHour => $"{count} {(many ? "hours" : "hour")}",
            Timeframe.OneDay => $"{count} {(many ? "sessions" : "session")}",
            Timeframe.OneWeek => $"{count} {(many ? "weeks" : "week")}",
            Timeframe.FiveMinutes => $"{count} {(many ? "bars" : "bar")} of 5 minutes",
            _ => $"{count} {(many ? "bars" : "bar")} of 4 hours",
        };
    }

    /// <summary>An adjective for a chart's name: <c>daily</c>.</summary>
    public static string Adjective(Timeframe timeframe) => timeframe switch
    {
        Timeframe.OneMinute => "1-minute",
        Timeframe.FiveMinutes => "5-minute",
        Timeframe.OneHour => "hourly",
        Timeframe.FourHours => "4-hour",
        Timeframe.OneDay => "daily",
        _ => "weekly",
    };

    /// <summary>The kind of an instrument: <c>Stock</c>, <c>ETF</c>.</summary>
    public static string Kind(AssetClass assetClass) => assetClass == AssetClass.Etf ? "ETF" : assetClass.ToString();

    /// <summary>The heading of a group of instruments: <c>Stocks</c>.</summary>
    public static string Group(AssetClass assetClass) => assetClass switch
    {
        AssetClass.Stock => "Stocks",
        AssetClass.Etf => "ETFs",
        AssetClass.Index => "Indices",
        AssetClass.Crypto => "Crypto",
        _ => "Forex",
    };
}
