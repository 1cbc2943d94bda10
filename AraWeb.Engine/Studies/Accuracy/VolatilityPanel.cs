using AraWeb.Engine.Core;
using AraWeb.Engine.Volatility;
using AraWeb.Engine.Volatility.Panel;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// Runs the panel regression over the daily series of one asset class, date by date, and keeps its forecasts. Series of other time frames or of a class
/// with fewer than five are in no panel; nor are classes mixed, as their days close at different hours.
/// </summary>
internal static class VolatilityPanel
{
    /// <summary>Runs every panel that the series make up.</summary>
    /// <returns>Per series, one row per bar with a variance, [K] forecasts at the anchors; null for a series in no panel.</returns>
    public static IReadOnlyList<double[]>?[] Run(IReadOnlyList<BarSeries> series, HorizonAnchors anchors, CancellationToken cancellationToken)
    {
        var recorded = new IReadOnlyList<double[]>?[series.Count];
        foreach (var group in Enumerable.Range(0, series.Count)
            .Where(i => series[i].Timeframe == Timeframe.OneDay)
            .GroupBy(i => series[i].AssetClass))
        {
            int[] places = [.. group];
            if (places.Length < PanelVolatility.LeastPresent)
            {
                continue;
            }

            var (rows, isPooled) = Record([.. places.Select(i => series[i])], anchors, cancellationToken);
            for (var s = 0; s < places.Length && isPooled; s++)
            {
                recorded[places[s]] = rows[s];
            }
        }

        return recorded;
    }

    private static (List<double[]>[] Rows, bool IsPooled) Record(BarSeries[] members, HorizonAnchors anchors, CancellationToken cancellationToken)
    {
        var panel = new PanelVolatility(HarSettings.Daily, anchors, members.Length);
        var variances = members.Select(RangeVariance.Compute).ToArray();
        var rows = members.Select(bars => new List<double[]>(bars.Count)).ToArray();
        var next = new int[members.Length];
        var date = new VarianceObservation?[members.Length];
        var path = new double[anchors.Farthest];
        var isPooled = false;
        while (NextTime(members, next) is { } time)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var s = 0; s < members.Length; s++)
            {
                date[s] = next[s] < members[s].Count && members[s].Times[next[s]] == time ? Observation(members[s], variances[s], next[s]++) : null;
            }

            panel.Add(date);
            for (var s = 0; s < members.Length; s++)
            {
                if (date[s] is not null)
                {
                    isPooled |= panel.Forecast(s, path) == PanelSource.Pooled;
                    var anchored = new double[anchors.Count];
                    for (var k = 0; k < anchored.Length; k++)
                    {
                        anchored[k] = path[anchors[k] - 1];
                    }

                    rows[s].Add(anchored);
                }
            }
        }

        return (rows, isPooled);
    }

    private static long? NextTime(BarSeries[] members, int[] next)
    {
        long? earliest = null;
        for (var s = 0; s < members.Length; s++)
        {
            if (next[s] < members[s].Count)
            {
                var time = members[s].Times[next[s]];
                earliest = Math.Min(time, earliest ?? time);
            }
        }

        return earliest;
    }

    private static VarianceObservation? Observation(BarSeries bars, double[] variances, int t) => double.IsNaN(variances[t])
        ? null
        : new VarianceObservation(variances[t], t > 0 ? Math.Log(bars.Close[t] / bars.Close[t - 1]) : 0) { Time = bars.Times[t] };
}
