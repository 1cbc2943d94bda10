using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Patterns.Charts;

/// <summary>Runs the chart rules over a series, upright and upside down.</summary>
internal static class ChartScan
{
    /// <summary>Adds the matches of the rules.</summary>
    public static void Run(BarSeries bars, ReadOnlySpan<IChartPattern> patterns, List<PatternMatch> matches)
    {
        if (bars.Count <= ChartBars.Averaged || patterns.IsEmpty)
        {
            return;
        }

        var upright = ChartBars.Of(bars);
        new ChartWalk(upright, [.. patterns.ToArray().Select(pattern => (pattern, pattern.Spec))], matches).Run();
        new ChartWalk(
            upright.Mirrored(),
            [.. patterns.ToArray().Where(pattern => pattern.Mirror is not null).Select(pattern => (pattern, pattern.Mirror!))],
            matches).Run();
    }
}
