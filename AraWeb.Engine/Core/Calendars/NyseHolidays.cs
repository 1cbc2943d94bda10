using System.Collections.Frozen;

namespace AraWeb.Engine.Core.Calendars;

/// <summary>
/// Rules of the New York Stock Exchange for whole and half holidays, with the closures that no rule foretells.
/// Sources: NYSE rule 7.2 and the exchange's published lists of holidays and special closings.
/// </summary>
internal static class NyseHolidays
{
    private static readonly FrozenSet<DateOnly> SpecialClosures = FrozenSet.Create(
        new DateOnly(1972, 12, 28), // funeral of President Truman
        new DateOnly(1973, 1, 25), // funeral of President Johnson
        new DateOnly(1977, 7, 14), // New York blackout
        new DateOnly(1985, 9, 27), // hurricane Gloria
        new DateOnly(1994, 4, 27), // funeral of President Nixon
        new DateOnly(2001, 9, 11), // attack on the World Trade Center
        new DateOnly(2001, 9, 12),
        new DateOnly(2001, 9, 13),
        new DateOnly(2001, 9, 14),
        new DateOnly(2004, 6, 11), // funeral of President Reagan
        new DateOnly(2007, 1, 2), // funeral of President Ford
        new DateOnly(2012, 10, 29), // hurricane Sandy
        new DateOnly(2012, 10, 30),
        new DateOnly(2018, 12, 5), // funeral of President Bush
        new DateOnly(2025, 1, 9)); // funeral of President Carter

    private static readonly FrozenDictionary<DateOnly, int> SpecialEarlyCloses = new Dictionary<DateOnly, int>
    {
        [new DateOnly(1990, 12, 24)] = 14,
        [new DateOnly(1991, 12, 24)] = 14,
        [new DateOnly(1992, 11, 27)] = 14,
        [new DateOnly(1992, 12, 24)] = 14,
        [new DateOnly(1996, 7, 5)] = 13,
        [new DateOnly(1997, 12, 26)] = 13,
        [new DateOnly(1999, 12, 31)] = 13,
        [new DateOnly(2002, 7, 5)] = 13,
        [new DateOnly(2003, 12, 26)] = 13,
    }.ToFrozenDictionary();

    /// <summary>True for a weekday without trading.</summary>
    public static bool IsClosed(DateOnly day) => IsHoliday(day, day.Year, day.Day, day.DayOfWeek) || SpecialClosures.Contains(day);

    /// <summary>Hour in New York at which a half day ends; null on a full day.</summary>
    public static int? EarlyClose(DateOnly day)
    {
        if (SpecialEarlyCloses.TryGetValue(day, out var hour))
        {
            return hour;
        }

        var isHalfDay = (day.Month, day.Day, day.DayOfWeek) switch
        {
            (11, >= 23 and <= 29, DayOfWeek.Friday) => day.Year >= 1993,
            (12, 24, not DayOfWeek.Friday) => day.Year >= 1993,
            (7, 3, DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Thursday) => day.Year >= 1995,
            (7, 3, DayOfWeek.Wednesday) => day.Year >= 2013,
            _ => false,
        };
        return isHalfDay ? 13 : null;
    }

    // A holiday on a Sunday is kept on Monday, one on a Saturday on Friday; only New Year's Day never moves into the old year.
    private static bool IsHoliday(DateOnly day, int year, int date, DayOfWeek weekday) => day.Month switch
    {
        1 => IsFixed(date, weekday, 1, movesToFriday: false) || (year >= 1998 && weekday == DayOfWeek.Monday && date is >= 15 and <= 21),
        2 => weekday == DayOfWeek.Monday && date is >= 15 and <= 21,
        3 or 4 => weekday == DayOfWeek.Friday && day == EasterOf(year).AddDays(-2),
        5 => weekday == DayOfWeek.Monday && date >= 25,
        6 => year >= 2022 && IsFixed(date, weekday, 19, movesToFriday: true),
        7 => IsFixed(date, weekday, 4, movesToFriday: true),
        9 => weekday == DayOfWeek.Monday && date <= 7,
        11 => (weekday == DayOfWeek.Thursday && date is >= 22 and <= 28) || IsElectionDay(year, date, weekday),
        12 => IsFixed(date, weekday, 25, movesToFriday: true),
        _ => false,
    };

    private static bool IsFixed(int date, DayOfWeek weekday, int holiday, bool movesToFriday) =>
        date == holiday
        || (date == holiday + 1 && weekday == DayOfWeek.Monday)
        || (movesToFriday && date == holiday - 1 && weekday == DayOfWeek.Friday);

    // Presidential elections closed the exchange until 1980.
    private static bool IsElectionDay(int year, int date, DayOfWeek weekday) =>
        year <= 1980 && year % 4 == 0 && weekday == DayOfWeek.Tuesday && date is >= 2 and <= 8;

    // Gregorian Easter Sunday (J. Meeus, Astronomical Algorithms, chapter 8).
    private static DateOnly EasterOf(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, rest) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, rest + 1);
    }
}
