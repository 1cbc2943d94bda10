using NodaTime;

namespace AraWeb.Engine.Core.Calendars;

/// <summary>
/// Currencies: sessions Monday to Friday, each from 17:00 New York of the day before to 17:00, so that the week runs without a break from Sunday evening
/// to Friday evening. Christmas Day and New Year's Day have none (brokers quote little or nothing then); other holidays are left out.
/// </summary>
internal sealed class ForexCalendar : SessionCalendar
{
    private static readonly LocalTime Turn = new(17, 0);

    /// <summary>The one instance.</summary>
    public static ForexCalendar Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "Forex";

    /// <inheritdoc/>
    public override int SessionsPerYear => 260;

    /// <inheritdoc/>
    protected override (LocalDateTime Open, LocalDateTime Close)? HoursOf(DateOnly day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day is { Month: 12, Day: 25 } or { Month: 1, Day: 1 })
        {
            return null;
        }

        var date = LocalDate.FromDateOnly(day);
        return (date.PlusDays(-1) + Turn, date + Turn);
    }
}
