using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Timeframes;

/// <summary>
/// Makes bars of a longer span from those of a shorter one, on the bounds of sessions: intraday spans are counted from each session's open, days are
/// sessions, weeks begin on Monday. A bar that is not finished, or whose beginning is missing, is left out.
/// </summary>
public static class Resampler
{
    /// <summary>Resamples.</summary>
    /// <param name="bars">Finished bars.</param>
    /// <param name="target">A span longer than theirs, or the same.</param>
    /// <exception cref="ArgumentException">The target is shorter.</exception>
    public static BarSeries To(BarSeries bars, Timeframe target)
    {
        ArgumentNullException.ThrowIfNull(bars);
        if (target < bars.Timeframe)
        {
            throw new ArgumentException($"Bars of {bars.Timeframe.Code()} cannot become bars of {target.Code()}.", nameof(target));
        }

        if (target == bars.Timeframe || bars.Count == 0)
        {
            return target == bars.Timeframe ? bars : BarSeries.FromColumns(bars.Symbol, bars.AssetClass, target, new BarColumns(0));
        }

        var calendar = TradingCalendar.For(bars.AssetClass);
        var made = new List<Bar>();
        var current = default(Bar);
        var isWhole = false;
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            var start = StartOf(bar.Time, bars.Timeframe, target, calendar);
            if (i > 0 && start == current.Time)
            {
                current = Extend(current, bar);
                continue;
            }

            if (isWhole)
            {
                made.Add(current);
            }

            // The first bar may lie in the middle of a longer one whose beginning is not here.
            isWhole = i > 0 || IsFirstWithin(bar.Time, start, bars.Timeframe, target, calendar);
            current = bar with { Time = start };
        }

        var last = calendar.CloseOfBar(bars[bars.Count - 1].Time, bars.Timeframe);
        if (isWhole && calendar.CloseOfBar(current.Time, target) <= last)
        {
            made.Add(current);
        }

        return BarSeries.FromBars(bars.Symbol, bars.AssetClass, target, made);
    }

    /// <summary>Start of the longer bar that a bar falls into.</summary>
    internal static DateTimeOffset StartOf(DateTimeOffset bar, Timeframe source, Timeframe target, TradingCalendar calendar)
    {
        var session = calendar.SessionOf(bar, source);
        if (target.IsIntraday())
        {
            var open = calendar.OpenOf(session);
            var length = target.Length();
            return open + (length * Math.Max(0, (bar - open).Ticks / length.Ticks));
        }

        var day = target == Timeframe.OneWeek ? session.AddDays(-(((int)session.DayOfWeek + 6) % 7)) : session;
        return new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
    }

    private static Bar Extend(Bar current, Bar next) => current with
    {
        High = Math.Max(current.High, next.High),
        Low = Math.Min(current.Low, next.Low),
        Close = next.Close,
        Volume = current.Volume + next.Volume,
    };

    private static bool IsFirstWithin(DateTimeOffset bar, DateTimeOffset start, Timeframe source, Timeframe target, TradingCalendar calendar)
    {
        var session = calendar.SessionOf(bar, source);
        if (source.IsIntraday() && bar > (target.IsIntraday() ? start : calendar.OpenOf(session)))
        {
            return false;
        }

        for (var day = DateOnly.FromDateTime(start.UtcDateTime); target == Timeframe.OneWeek && day < session; day = day.AddDays(1))
        {
            if (calendar.IsSession(day))
            {
                return false;
            }
        }

        return true;
    }
}
