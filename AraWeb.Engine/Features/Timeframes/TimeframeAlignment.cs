using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Timeframes;

/// <summary>Which bar of a longer span, or of another instrument, was finished when a bar closed.</summary>
public static class TimeframeAlignment
{
    /// <summary>Finds the newest finished bar for each bar.</summary>
    /// <param name="bars">The bars at whose closes one looks.</param>
    /// <param name="other">The bars that are looked at; another time frame, another instrument, another calendar.</param>
    /// <returns>[bars] index into <paramref name="other"/>, -1 where none had closed yet.</returns>
    public static int[] Known(BarSeries bars, BarSeries other)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(other);
        var known = new int[bars.Count];
        var newest = -1;
        for (var i = 0; i < known.Length; i++)
        {
            var asOf = CloseOf(bars, i);
            while (newest + 1 < other.Count && CloseOf(other, newest + 1) <= asOf)
            {
                newest++;
            }

            known[i] = newest;
        }

        return known;
    }

    /// <summary>Takes the values of a line to the bars that know them; NaN where none is known.</summary>
    /// <param name="values">[other] a line over the other bars.</param>
    /// <param name="known">[bars] from <see cref="Known"/>.</param>
    /// <returns>[bars].</returns>
    public static double[] Align(ReadOnlySpan<double> values, ReadOnlySpan<int> known)
    {
        var aligned = new double[known.Length];
        for (var i = 0; i < known.Length; i++)
        {
            aligned[i] = known[i] < 0 ? double.NaN : values[known[i]];
        }

        return aligned;
    }

    /// <summary>[bars] closing times, milliseconds since 1970-01-01 UTC: when each bar is known.</summary>
    public static long[] CloseTimes(BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var times = new long[bars.Count];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = CloseOf(bars, i).ToUnixTimeMilliseconds();
        }

        return times;
    }

    private static DateTimeOffset CloseOf(BarSeries bars, int index) =>
        TradingCalendar.For(bars.AssetClass).CloseOfBar(DateTimeOffset.FromUnixTimeMilliseconds(bars.Times[index]), bars.Timeframe);
}
