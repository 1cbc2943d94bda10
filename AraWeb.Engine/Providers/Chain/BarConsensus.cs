using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>
/// Merges what several providers say about one instrument, bar by bar. Three and more: the median of each price, which one wrong provider cannot move. Two
/// that differ: the one whose close is nearer to the agreed close before. Volumes are not merged: each venue counts its own.
/// </summary>
internal static class BarConsensus
{
    /// <summary>Relative difference of two closes that needs no judge.</summary>
    private const double Tolerance = 0.005;

    /// <summary>The merged bars.</summary>
    /// <param name="series">One or more series of one instrument and time frame, by rank.</param>
    public static (BarSeries Bars, int[] Sources, double[] Disagreement) Of(IReadOnlyList<BarSeries> series)
    {
        var stamps = series.SelectMany(one => one.Times.ToArray()).Distinct().Order().ToArray();
        var columns = new BarColumns(stamps.Length);
        var sources = new int[stamps.Length];
        var disagreement = new double[stamps.Length];
        var next = new int[series.Count];
        var found = new List<Bar>(series.Count);
        var before = double.NaN;
        for (var i = 0; i < stamps.Length; i++)
        {
            found.Clear();
            for (var k = 0; k < series.Count; k++)
            {
                if (next[k] < series[k].Count && series[k].Times[next[k]] == stamps[i])
                {
                    found.Add(series[k][next[k]++]);
                }
            }

            var merged = Merge(found, before);
            columns.Set(i, merged);
            before = merged.Close;
            sources[i] = found.Count;
            disagreement[i] = found.Count > 1 ? found.Max(bar => Math.Abs((bar.Close / merged.Close) - 1)) : double.NaN;
        }

        return (BarSeries.FromColumns(series[0].Symbol, series[0].AssetClass, series[0].Timeframe, columns), sources, disagreement);
    }

    private static Bar Merge(List<Bar> bars, double before)
    {
        switch (bars.Count)
        {
            case 1:
                return bars[0];
            case 2:
                var differ = Math.Abs(Math.Log(bars[1].Close / bars[0].Close)) > Tolerance;
                var second = differ && Math.Abs(Math.Log(bars[1].Close / before)) < Math.Abs(Math.Log(bars[0].Close / before));
                return bars[second ? 1 : 0];
            default:
                // Medians keep the order of the prices: a median of highs is no lower than the median of closes.
                return new Bar(
                    bars[0].Time,
                    Median(bars, static bar => bar.Open),
                    Median(bars, static bar => bar.High),
                    Median(bars, static bar => bar.Low),
                    Median(bars, static bar => bar.Close),
                    bars[0].Volume);
        }
    }

    private static double Median(List<Bar> bars, Func<Bar, double> price)
    {
        var prices = bars.Select(price).Order().ToArray();
        var middle = prices.Length / 2;
        return prices.Length % 2 == 1 ? prices[middle] : (prices[middle - 1] + prices[middle]) / 2;
    }
}
