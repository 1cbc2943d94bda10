using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>Cuts a whole series down to what a <see cref="BarQuery"/> asks for. For sources that keep one revision of each bar.</summary>
internal static class BarSelection
{
    /// <summary>The bars that had closed by the query's moment, and never one that is unfinished at <paramref name="now"/>.</summary>
    public static BarSeries Apply(BarSeries bars, BarQuery query, DateTimeOffset now)
    {
        var known = bars.KnownAt(query.AsOf is { } asOf && asOf < now ? asOf : now);
        if (query.From is { } from)
        {
            // Stamps are whole milliseconds; a moment between two of them counts as the later one.
            var earliest = from.AddTicks(TimeSpan.TicksPerMillisecond - 1).ToUnixTimeMilliseconds();
            var start = known.Times.BinarySearch(earliest);
            start = start < 0 ? ~start : start;
            known = known.Slice(start, known.Count - start);
        }

        return query.Last is { } last ? known.Last(last) : known;
    }
}
