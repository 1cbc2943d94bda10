using NodaTime;

namespace AraWeb.Engine.Core.Calendars;

/// <summary>
/// New York Stock Exchange: 09:30 to 16:00, half days to 13:00. Exact from <see cref="FirstExactYear"/> on as far as whole days go; closing hours are those of
/// today throughout (until 1974 the close was at 15:30), early closes are known from 1990 on. Late openings and halts are left out.
/// </summary>
internal sealed class NyseCalendar : SessionCalendar
{
    /// <summary>The year in which the holidays moved to Mondays; before it, days of other rules are taken for sessions.</summary>
    public const int FirstExactYear = 1971;

    private static readonly LocalTime Open = new(9, 30);

    private static readonly LocalTime RegularClose = new(16, 0);

    /// <summary>The one instance.</summary>
    public static NyseCalendar Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "NYSE";

    /// <inheritdoc/>
    public override int SessionsPerYear => 252;

    /// <inheritdoc/>
    protected override (LocalDateTime Open, LocalDateTime Close)? HoursOf(DateOnly day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || NyseHolidays.IsClosed(day))
        {
            return null;
        }

        var date = LocalDate.FromDateOnly(day);
        var close = NyseHolidays.EarlyClose(day) is { } hour ? new LocalTime(hour, 0) : RegularClose;
        return (date + Open, date + close);
    }
}
