using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>What is usual for a series: medians of the last 250 ranges and absolute returns, so that single bad bars do not move the measure.</summary>
internal sealed class PriceScale(AssetClass assetClass, Timeframe timeframe)
{
    /// <summary>More than so many typical ranges is out of all proportion.</summary>
    public const double AbsurdRanges = 15;

    private const int Window = 250;
    private const int EnoughRanges = 20;
    private const int EnoughReturns = 50;

    // Median of |x| of a normal variable with unit deviation.
    private const double MedianOfNormal = 0.6745;

    private readonly SortedWindow _ranges = new(Window);
    private readonly SortedWindow _returns = new(Window);

    /// <summary>The typical log range of a bar; an assumed one until 20 bars with a range are known.</summary>
    public double Range { get; private set; } = AssumedRange(assetClass, timeframe);

    /// <summary>Robust deviation of the log return of a bar; NaN until 50 returns are known or where most are zero.</summary>
    public double Deviation { get; private set; } = double.NaN;

    /// <summary>How far a price lies outside a range, as a log ratio; zero or less when it lies inside.</summary>
    public static double Outside(double price, double low, double high) => Math.Log(Math.Max(low / price, price / high));

    /// <summary>Takes an accepted bar into the measure.</summary>
    public void Add(RawBar bar, double previousClose)
    {
        // Old index data have bars of one price: they say nothing about ranges.
        if (bar.High > bar.Low)
        {
            _ranges.Add(Math.Log(bar.High / bar.Low));
            Range = _ranges.Count >= EnoughRanges ? _ranges.Quantile(0.5) : Range;
        }

        if (!double.IsNaN(previousClose))
        {
            _returns.Add(Math.Abs(Math.Log(bar.Close / previousClose)));
            var median = _returns.Count >= EnoughReturns ? _returns.Quantile(0.5) : 0;
            Deviation = median > 0 ? median / MedianOfNormal : double.NaN;
        }
    }

    // Rounded medians of daily ranges of large caps, large coins and major pairs; shorter bars by the square root of time.
    private static double AssumedRange(AssetClass assetClass, Timeframe timeframe)
    {
        var daily = assetClass switch
        {
            AssetClass.Crypto => 0.05,
            AssetClass.Forex => 0.01,
            _ => 0.02,
        };
        return daily * Math.Sqrt(timeframe.Length() / TimeSpan.FromDays(1));
    }
}
