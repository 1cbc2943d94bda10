namespace AraWeb.Engine.Core;

/// <summary>
/// When an instrument trades: which days are sessions, when they open and close, and where the bars of a time frame lie.
/// Knows regular sessions, holidays and half days; leaves out pre-market, auctions and unscheduled halts.
/// </summary>
public abstract class TradingCalendar
{
    /// <summary>Short name, for example <c>NYSE</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Sessions in an average year: 252, 260 or 365. Used to annualise.</summary>
    public abstract int SessionsPerYear { get; }

    /// <summary>The calendar that an asset class follows.</summary>
    public static TradingCalendar For(AssetClass assetClass) => assetClass switch
    {
        AssetClass.Crypto => Calendars.AlwaysOpenCalendar.Instance,
        AssetClass.Forex => Calendars.ForexCalendar.Instance,
        _ => Calendars.NyseCalendar.Instance,
    };

    /// <summary>True when the day has a session.</summary>
    public abstract bool IsSession(DateOnly day);

    /// <summary>Start of the day's session, UTC.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day has no session.</exception>
    public abstract DateTimeOffset OpenOf(DateOnly day);

    /// <summary>End of the day's session, UTC; earlier on half days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day has no session.</exception>
    public abstract DateTimeOffset CloseOf(DateOnly day);

    /// <summary>The day of the session that a bar belongs to. Bars of a day or longer belong to the day of their stamp.</summary>
    public virtual DateOnly SessionOf(DateTimeOffset barStart, Timeframe timeframe) => DateOnly.FromDateTime(barStart.UtcDateTime);

    /// <summary>The first session after <paramref name="day"/>.</summary>
    public DateOnly NextSession(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!IsSession(day));
        return day;
    }

    /// <summary>
    /// When a bar that starts at <paramref name="barStart"/> is complete and so may be used. A daily bar closes with its session; a stamp on
    /// a day without a session (a source's own convention) closes at the end of that UTC day. Intraday bars close after their length, or with the session.
    /// </summary>
    public abstract DateTimeOffset CloseOfBar(DateTimeOffset barStart, Timeframe timeframe);

    /// <summary>Starts of the <paramref name="count"/> bars that follow the one at <paramref name="barStart"/>, ascending.</summary>
    public abstract IReadOnlyList<DateTimeOffset> BarsAfter(DateTimeOffset barStart, Timeframe timeframe, int count);
}
