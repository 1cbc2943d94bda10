using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Timeframes;

namespace AraWeb.Engine.Features.Pipeline.Sources;

/// <summary>
/// Another instrument beside this one: lines over its own bars, and the returns of this one less its returns. Only bars of the companion that had closed are
/// used. Without the companion every value is unknown.
/// </summary>
/// <param name="role">Which companion.</param>
/// <param name="requests">Lines over the companion's bars; such without a unit.</param>
/// <param name="spans">Bars of the relative returns; empty for none.</param>
internal sealed class CompanionSource(CompanionRole role, IReadOnlyList<FeatureRequest> requests, IReadOnlyList<int> spans) : IFeatureSource
{
    /// <inheritdoc/>
    public IEnumerable<FeatureValues> Compute(FeatureContext context)
    {
        var bars = context.Bars;
        var companion = context.Companions.GetValueOrDefault(role) ?? bars.Slice(0, 0);
        var known = TimeframeAlignment.Known(bars, companion);
        var calculator = new FeatureCalculator(requests);
        var matrix = calculator.Compute(companion);
        for (var i = 0; i < calculator.Columns.Count; i++)
        {
            yield return new FeatureValues($"{Name}:{calculator.Columns[i].Name}", TimeframeAlignment.Align(matrix[i], known));
        }

        foreach (var span in spans)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Name}:relative-return-{span}");
            yield return new FeatureValues(name, Relative(bars, companion, known, span));
        }
    }

    private string Name => role switch
    {
        CompanionRole.Market => "market",
        CompanionRole.Sector => "sector",
        _ => "volatility-index",
    };

    // Both returns end at the last bar that is known of each.
    private static double[] Relative(BarSeries bars, BarSeries companion, int[] known, int span)
    {
        var values = new double[bars.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = i >= span && known[i - span] >= 0
                ? Math.Log(bars.Close[i] / bars.Close[i - span]) - Math.Log(companion.Close[known[i]] / companion.Close[known[i - span]])
                : double.NaN;
        }

        return values;
    }
}
