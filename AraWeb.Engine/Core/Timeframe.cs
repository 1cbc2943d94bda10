namespace AraWeb.Engine.Core;

/// <summary>The span of one bar.</summary>
public enum Timeframe
{
    /// <summary>One minute, <c>1m</c>.</summary>
    OneMinute,

    /// <summary>Five minutes, <c>5m</c>.</summary>
    FiveMinutes,

    /// <summary>One hour, <c>1h</c>.</summary>
    OneHour,

    /// <summary>Four hours, <c>4h</c>.</summary>
    FourHours,

    /// <summary>One trading session, <c>1d</c>.</summary>
    OneDay,

    /// <summary>One trading week, <c>1w</c>.</summary>
    OneWeek,
}
