using System.Globalization;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>
/// Finds steps in a series that look like splits nobody adjusted, by the same rule that marks them in a file. Meant for bars on their way into a forecast,
/// where the file is out of reach: the forecast takes such a step for a move of the market, and its reader must know.
/// </summary>
internal static class UnadjustedSplits
{
    /// <summary>A sentence for each such step, oldest first; empty for almost every series.</summary>
    public static IReadOnlyList<string> In(BarSeries bars)
    {
        var found = new List<string>();
        var marks = new OddityMarks(bars.AssetClass, new DefectLog());
        if (!HasStep(bars))
        {
            return found;
        }

        var scale = new PriceScale(bars.AssetClass, bars.Timeframe);
        var previousClose = double.NaN;
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = new RawBar(bars.Times[i], bars.Open[i], bars.High[i], bars.Low[i], bars.Close[i], bars.Volume[i], Row: 0);
            if (i > 0 && marks.IsLikelySplit(bar, previousClose, scale))
            {
                var step = string.Create(CultureInfo.InvariantCulture, $"On {bars[i].Time:yyyy-MM-dd} the price went from {previousClose:G6} to {bar.Open:G6}");
                found.Add($"{step}, as in a split that was not adjusted; it was taken for a move of the market. If it was a split, import adjusted prices.");
            }

            scale.Add(bar, previousClose);
            previousClose = bar.Close;
        }

        return found;
    }

    /// <summary>True when some open is far enough from the close before for the smallest split; saves the medians for the others.</summary>
    private static bool HasStep(BarSeries bars)
    {
        var open = bars.Open;
        var close = bars.Close;
        for (var i = 1; i < open.Length; i++)
        {
            var ratio = open[i] / close[i - 1];
            if (ratio is > OddityMarks.SmallestStep or < 1 / OddityMarks.SmallestStep)
            {
                return true;
            }
        }

        return false;
    }
}
