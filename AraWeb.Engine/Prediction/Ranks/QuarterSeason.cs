using AraWeb.Engine.Numerics.Covariance;

namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>
/// How lively the weeks to come are in an asset's own calendar. Companies report every thirteen weeks, on nearly the same weekday, so the same span one to four
/// quarters ago tells which of them will report in the span that is forecast.
/// </summary>
internal static class QuarterSeason
{
    /// <summary>Thirteen weeks.</summary>
    private const int QuarterDays = 91;

    private const int Quarters = 4;

    /// <summary>Fewest trading days of a span that is compared.</summary>
    private const int FewestDays = 10;

    /// <summary>A log ratio beyond this is one event rather than a habit.</summary>
    private const double Limit = 1.5;

    /// <summary>
    /// [assets] log of the mean squared return in the spans ago over that of all days since, less the median of all assets; 0 where history does not reach
    /// back one quarter.
    /// </summary>
    /// <param name="days">[T] day of each return.</param>
    /// <param name="returns">Per day, up to the origin.</param>
    /// <param name="from">Close from which the forecast span runs.</param>
    /// <param name="to">Close at its end.</param>
    public static double[] LogRatios(ReadOnlySpan<DateOnly> days, ReturnMatrix returns, DateOnly from, DateOnly to)
    {
        var spans = new List<Range>();
        for (var quarter = 1; quarter <= Quarters; quarter++)
        {
            var start = CountUntil(days, from.AddDays(-QuarterDays * quarter));
            var end = CountUntil(days, to.AddDays(-QuarterDays * quarter));
            if (start == 0 || end - start < FewestDays)
            {
                break;
            }

            spans.Add(start..end);
        }

        var ratios = new double[returns.Assets];
        if (spans.Count == 0)
        {
            return ratios;
        }

        var all = CountUntil(days, from.AddDays(-QuarterDays * spans.Count))..returns.Days;
        var known = new List<double>(ratios.Length);
        for (var i = 0; i < ratios.Length; i++)
        {
            var row = returns[i];
            var then = 0.0;
            foreach (var span in spans)
            {
                then += MeanSquare(row[span]) / spans.Count;
            }

            ratios[i] = Math.Log(then / MeanSquare(row[all]));
            if (double.IsFinite(ratios[i]))
            {
                known.Add(ratios[i]);
            }
        }

        // Fewer quarters say less: their mean has the larger error, by the square root.
        var (middle, weight) = (Middle.Of(known), Math.Sqrt((double)spans.Count / Quarters));
        for (var i = 0; i < ratios.Length; i++)
        {
            ratios[i] = double.IsFinite(ratios[i]) ? Math.Clamp(weight * (ratios[i] - middle), -Limit, Limit) : 0;
        }

        return ratios;
    }

    /// <summary>Days up to and on <paramref name="day"/>.</summary>
    private static int CountUntil(ReadOnlySpan<DateOnly> days, DateOnly day)
    {
        var at = days.BinarySearch(day);
        return at < 0 ? ~at : at + 1;
    }

    private static double MeanSquare(ReadOnlySpan<double> returns)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in returns)
        {
            sum += double.IsNaN(value) ? 0 : value * value;
            count += double.IsNaN(value) ? 0 : 1;
        }

        return sum / count;
    }
}
