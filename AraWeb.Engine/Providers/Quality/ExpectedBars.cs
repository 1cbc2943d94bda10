using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Quality;

/// <summary>Counts bars by the trading calendar: how many there should be, and how many are overdue.</summary>
internal static class ExpectedBars
{
    private const int LeastCounted = 500;

    /// <summary>Bars that the calendar has from one stamp to another, both included, at most <paramref name="most"/> more than the first.</summary>
    public static int Count(AssetClass assetClass, Timeframe timeframe, DateTimeOffset first, DateTimeOffset last, int most)
    {
        var after = TradingCalendar.For(assetClass).BarsAfter(first, timeframe, most);
        var count = 1;
        foreach (var start in after)
        {
            if (start > last)
            {
                break;
            }

            count++;
        }

        return count;
    }

    /// <summary>Share of the bars from the first to the last of a series that are missing, 0 to 1.</summary>
    /// <param name="bars">At least one.</param>
    public static double MissingShare(BarSeries bars)
    {
        // More than so many expected bars are a share of missing ones beyond any use: counting further changes nothing.
        var expected = Count(bars.AssetClass, bars.Timeframe, bars[0].Time, bars[bars.Count - 1].Time, Math.Max(2 * bars.Count, LeastCounted));
        return 1 - ((double)bars.Count / Math.Max(expected, bars.Count));
    }

    /// <summary>Bars after the newest one that closed at least <paramref name="patience"/> ago, at most <paramref name="most"/>.</summary>
    /// <param name="bars">At least one.</param>
    /// <param name="now">The moment.</param>
    /// <param name="patience">How long a source may take to publish a bar.</param>
    /// <param name="most">Where counting ends.</param>
    public static int Overdue(BarSeries bars, DateTimeOffset now, TimeSpan patience, int most)
    {
        var calendar = TradingCalendar.For(bars.AssetClass);
        var overdue = 0;
        foreach (var start in calendar.BarsAfter(bars[bars.Count - 1].Time, bars.Timeframe, most))
        {
            if (calendar.CloseOfBar(start, bars.Timeframe) + patience > now)
            {
                break;
            }

            overdue++;
        }

        return overdue;
    }
}
