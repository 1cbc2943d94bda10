using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Simulation;

/// <summary>Minutes of one UTC day in which a calendar is open, all of one session.</summary>
/// <param name="Session">The session's date.</param>
/// <param name="Start">First minute of the UTC day.</param>
/// <param name="End">Minute after the last.</param>
/// <param name="Offset">Minutes of the session before this stretch.</param>
/// <param name="Opens">True when the session begins here.</param>
/// <param name="Closes">True when it ends here.</param>
internal readonly record struct TradingStretch(DateOnly Session, int Start, int End, int Offset, bool Opens, bool Closes)
{
    /// <summary>The stretches of a UTC day in order: the day's own session, and the beginning of the next one where that opens on the evening before.</summary>
    public static IReadOnlyList<TradingStretch> Of(TradingCalendar calendar, DateOnly day)
    {
        var stretches = new List<TradingStretch>(2);
        foreach (var session in (ReadOnlySpan<DateOnly>)[day, day.AddDays(1)])
        {
            if (!calendar.IsSession(session))
            {
                continue;
            }

            var midnight = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
            var open = (int)(calendar.OpenOf(session) - midnight).TotalMinutes;
            var close = (int)(calendar.CloseOf(session) - midnight).TotalMinutes;
            var (start, end) = (Math.Max(open, 0), Math.Min(close, MinuteShape.Day));
            if (start < end)
            {
                stretches.Add(new TradingStretch(session, start, end, start - open, Opens: open >= 0, Closes: close <= MinuteShape.Day));
            }
        }

        return stretches;
    }
}
