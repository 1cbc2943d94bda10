using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>Marks bars that are kept although something about them is odd: splits that were not adjusted, and outliers of return or range.</summary>
internal sealed class OddityMarks(AssetClass assetClass, DefectLog log)
{
    /// <summary>No split moves the price by less than this factor, the tolerance below included.</summary>
    public const double SmallestStep = 1.4;

    /// <summary>Robust deviations beyond which a return is marked; real markets pass ten about once in ten years of daily bars.</summary>
    private const double OutlierDeviations = 12;

    /// <summary>A split shows as a move of at least so many typical ranges ...</summary>
    private const double SplitRanges = 8;

    /// <summary>... on a day that itself had at most so many.</summary>
    private const double QuietRanges = 5;

    /// <summary>How near the ratio must lie, as a log ratio: one ordinary overnight return.</summary>
    private const double SplitTolerance = 0.03;

    private static readonly double[] SplitRatios = [1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 50];

    /// <summary>Marks a bar that is about to be accepted.</summary>
    public void Examine(RawBar bar, double previousClose, PriceScale scale)
    {
        var range = Math.Log(bar.High / bar.Low);
        if (IsLikelySplit(bar, previousClose, scale))
        {
            var step = $"from {previousClose:G6} to {bar.Open:G6}";
            Mark(DefectKind.LikelySplit, bar, $"The price went {step} between two quiet bars: a split that was not adjusted?");
            return;
        }

        var change = Math.Log(bar.Close / previousClose);
        if (Math.Abs(change) > OutlierDeviations * scale.Deviation)
        {
            Mark(DefectKind.Outlier, bar, $"A log return of {change:F4} is {Math.Abs(change) / scale.Deviation:F0} robust deviations.");
        }
        else if (range > PriceScale.AbsurdRanges * scale.Range)
        {
            Mark(DefectKind.Outlier, bar, $"A log range of {range:F4} is {range / scale.Range:F0} typical ranges.");
        }
    }

    /// <summary>True when a share or fund stepped from the close before to this open by a usual split ratio and the bar itself is quiet.</summary>
    public bool IsLikelySplit(RawBar bar, double previousClose, PriceScale scale)
    {
        var step = Math.Abs(Math.Log(previousClose / bar.Open));
        if (assetClass is not (AssetClass.Stock or AssetClass.Etf)
            || !(step > SplitRanges * scale.Range)
            || Math.Log(bar.High / bar.Low) > QuietRanges * scale.Range)
        {
            return false;
        }

        foreach (var ratio in SplitRatios)
        {
            if (Math.Abs(step - Math.Log(ratio)) <= SplitTolerance)
            {
                return true;
            }
        }

        return false;
    }

    private void Mark(DefectKind kind, RawBar bar, string message) => log.Add(kind, DefectSeverity.Suspicious, bar.Row, bar.Time, message);
}
