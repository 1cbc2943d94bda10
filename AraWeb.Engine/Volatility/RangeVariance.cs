using AraWeb.Engine.Core;

namespace AraWeb.Engine.Volatility;

/// <summary>
/// Variance of each bar's log return from open, high, low and close: Garman and Klass (1980) within the bar plus the squared gap from the close before.
/// About seven times as informative as the squared return.
/// </summary>
public static class RangeVariance
{
    /// <summary>
    /// A bar is never taken to be calmer than this share of the average so far. A quiet feed can print a bar without any range, whose logarithm
    /// would otherwise outweigh years; one hundredth of the variance is a tenth of the usual range.
    /// </summary>
    private const double FloorShare = 0.01;

    private const double GarmanKlassCloseWeight = (2 * 0.69314718055994531) - 1;

    /// <summary>
    /// [N] variances, causal: each uses its own bar, the close before it and, for the floor, the average of earlier bars. The first has no gap. NaN until
    /// prices have moved at all.
    /// </summary>
    public static double[] Compute(BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var open = bars.Open;
        var high = bars.High;
        var low = bars.Low;
        var close = bars.Close;
        var variances = new double[bars.Count];
        var sum = 0.0;
        var counted = 0;
        for (var t = 0; t < variances.Length; t++)
        {
            var variance = WithinBar(open[t], high[t], low[t], close[t]);
            if (t > 0)
            {
                var gap = Math.Log(open[t] / close[t - 1]);
                variance += gap * gap;
            }

            if (counted > 0)
            {
                variance = Math.Max(variance, FloorShare * sum / counted);
            }

            if (variance > 0)
            {
                sum += variance;
                counted++;
            }

            variances[t] = variance > 0 ? variance : double.NaN;
        }

        return variances;
    }

    /// <summary>Garman-Klass variance of one bar; never negative.</summary>
    public static double WithinBar(double open, double high, double low, double close)
    {
        var range = Math.Log(high / low);
        var move = Math.Log(close / open);
        return Math.Max(0, (0.5 * range * range) - (GarmanKlassCloseWeight * move * move));
    }
}
