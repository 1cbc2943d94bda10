using NodaTime;

namespace AraWeb.Engine.Core.Calendars;

/// <summary>
/// A calendar whose sessions keep New York hours. Sessions are worked out once per year and then read from a table, so that
/// <see cref="CloseOfBar"/> and <see cref="BarsAfter"/> cost some array reads. Time zone rules come from NodaTime's own data, not from the operating system.
/// </summary>
internal abstract class SessionCalendar : TradingCalendar
{
    private const long MillisecondsPerDay = 86_400_000;

    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private readonly SessionYear?[] _years = new SessionYear?[DateOnly.MaxValue.Year + 1];

    /// <inheritdoc/>
    public sealed override bool IsSession(DateOnly day) => Year(day.Year).Closes[day.DayOfYear - 1] != SessionYear.None;

    /// <inheritdoc/>
    public sealed override DateTimeOffset OpenOf(DateOnly day) => DateTimeOffset.FromUnixTimeMilliseconds(OpenMs(Required(day)));

    /// <inheritdoc/>
    public sealed override DateTimeOffset CloseOf(DateOnly day) => DateTimeOffset.FromUnixTimeMilliseconds(CloseMs(Required(day)));

    /// <inheritdoc/>
    public sealed override DateOnly SessionOf(DateTimeOffset barStart, Timeframe timeframe) => timeframe.IsIntraday()
        ? SessionEndingAfter(barStart.ToUnixTimeMilliseconds())
        : base.SessionOf(barStart, timeframe);

    /// <inheritdoc/>
    /// <remarks>
    /// A daily stamp that is not midnight UTC (a source's own convention) closes with the first session that ends after it. A weekly bar closes with the
    /// last session of the seven days from its stamp on. An intraday bar that runs over the end of trading closes with it, but not at the
    /// bound between two sessions that follow without a break.
    /// </remarks>
    public sealed override DateTimeOffset CloseOfBar(DateTimeOffset barStart, Timeframe timeframe)
    {
        var day = DateOnly.FromDateTime(barStart.UtcDateTime);
        var start = barStart.ToUnixTimeMilliseconds();
        var close = timeframe switch
        {
            Timeframe.OneDay => CloseOfDay(day, start),
            Timeframe.OneWeek => CloseOfWeek(day, start),
            _ => CloseOfIntraday(start, start + (long)timeframe.Length().TotalMilliseconds),
        };
        return DateTimeOffset.FromUnixTimeMilliseconds(close);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Intraday bars lie on a grid that starts anew at each session's open. Where <paramref name="barStart"/> is off that grid (some sources count from
    /// the full hour of UTC), its own phase is kept and every bar that overlaps a session is named.
    /// </remarks>
    public sealed override IReadOnlyList<DateTimeOffset> BarsAfter(DateTimeOffset barStart, Timeframe timeframe, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var bars = new DateTimeOffset[count];
        switch (timeframe)
        {
            case Timeframe.OneDay:
                var day = DateOnly.FromDateTime(barStart.UtcDateTime);
                for (var i = 0; i < count; i++)
                {
                    day = NextSession(day);
                    bars[i] = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
                }

                break;
            case Timeframe.OneWeek:
                for (var i = 0; i < count; i++)
                {
                    bars[i] = barStart.AddDays(7 * (i + 1));
                }

                break;
            default:
                FillIntraday(barStart.ToUnixTimeMilliseconds(), (long)timeframe.Length().TotalMilliseconds, bars);
                break;
        }

        return bars;
    }

    /// <summary>Hours of the day's session in New York, or null where the day has none. The opening may lie on the day before.</summary>
    protected abstract (LocalDateTime Open, LocalDateTime Close)? HoursOf(DateOnly day);

    private static DateOnly DayOf(long milliseconds) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime);

    private long OpenMs(DateOnly day) => Year(day.Year).Opens[day.DayOfYear - 1];

    private long CloseMs(DateOnly day) => Year(day.Year).Closes[day.DayOfYear - 1];

    private DateOnly Required(DateOnly day) => IsSession(day)
        ? day
        : throw new ArgumentOutOfRangeException(nameof(day), day, $"{Name} has no session on this day.");

    private long CloseOfDay(DateOnly day, long start)
    {
        if (start % MillisecondsPerDay == 0)
        {
            return IsSession(day) ? CloseMs(day) : start + MillisecondsPerDay;
        }

        return CloseMs(SessionEndingAfter(start));
    }

    private long CloseOfWeek(DateOnly day, long start)
    {
        for (var offset = 6; offset >= 0; offset--)
        {
            var candidate = day.AddDays(offset);
            if (IsSession(candidate) && CloseMs(candidate) > start)
            {
                return CloseMs(candidate);
            }
        }

        return start + (7 * MillisecondsPerDay);
    }

    private long CloseOfIntraday(long start, long end)
    {
        var session = SessionEndingAfter(start);
        var close = CloseMs(session);
        return OpenMs(session) <= start && close < end && OpenMs(NextSession(session)) != close ? close : end;
    }

    private void FillIntraday(long start, long length, Span<DateTimeOffset> bars)
    {
        var session = SessionEndingAfter(start);
        var onGrid = OpenMs(session) > start ? start + length <= OpenMs(session) : (start - OpenMs(session)) % length == 0;
        var filled = 0;
        var last = start;
        while (filled < bars.Length)
        {
            var open = OpenMs(session);
            var close = CloseMs(session);
            var first = onGrid ? open : open - Modulo(open - start, length);
            if (first <= last)
            {
                first += ((last - first) / length * length) + length;
            }

            for (var bar = first; bar < close && filled < bars.Length; bar += length)
            {
                bars[filled++] = DateTimeOffset.FromUnixTimeMilliseconds(bar);
                last = bar;
            }

            session = NextSession(session);
        }
    }

    private static long Modulo(long value, long divisor) => ((value % divisor) + divisor) % divisor;

    private DateOnly SessionEndingAfter(long moment)
    {
        var day = DayOf(moment);
        while (!IsSession(day) || CloseMs(day) <= moment)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private SessionYear Year(int year) => Volatile.Read(ref _years[year]) ?? Build(year);

    private SessionYear Build(int year)
    {
        var table = new SessionYear();
        for (var day = new DateOnly(year, 1, 1); ; day = day.AddDays(1))
        {
            if (HoursOf(day) is { } hours)
            {
                table.Opens[day.DayOfYear - 1] = NewYork.AtLeniently(hours.Open).ToInstant().ToUnixTimeMilliseconds();
                table.Closes[day.DayOfYear - 1] = NewYork.AtLeniently(hours.Close).ToInstant().ToUnixTimeMilliseconds();
            }

            if (day is { Month: 12, Day: 31 })
            {
                break;
            }
        }

        // Two threads may build the same year at the same time; both tables are equal.
        Volatile.Write(ref _years[year], table);
        return table;
    }
}
