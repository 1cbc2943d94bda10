using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Timeframes;

namespace AraWeb.Engine.Features.Pipeline.Sources;

/// <summary>
/// Indicators on the instrument's own bars, or on bars of a longer span made from them and taken over when they are finished. The market, where it is known,
/// is the benchmark of those that need one.
/// </summary>
/// <param name="requests">Which indicators.</param>
/// <param name="timeframe">A longer span, or null for the bars as they are.</param>
internal sealed class IndicatorSource(IReadOnlyList<FeatureRequest> requests, Timeframe? timeframe) : IFeatureSource
{
    /// <inheritdoc/>
    public IEnumerable<FeatureValues> Compute(FeatureContext context)
    {
        var longer = timeframe is { } target && target > context.Bars.Timeframe;
        var bars = longer ? Resampler.To(context.Bars, timeframe!.Value) : context.Bars;
        var calculator = new FeatureCalculator(requests);
        var matrix = calculator.Compute(bars, Benchmark(context, bars));
        var meanVolume = ScaleFree.MeanVolume(bars);
        var known = longer ? TimeframeAlignment.Known(context.Bars, bars) : [];
        for (var i = 0; i < calculator.Columns.Count; i++)
        {
            var column = calculator.Columns[i];
            if (!ScaleFree.Has(column.Output))
            {
                continue;
            }

            var values = ScaleFree.Of(column.Output, matrix[i], bars, meanVolume);
            yield return longer
                ? new FeatureValues($"{timeframe!.Value.Code()}:{column.Name}", TimeframeAlignment.Align(values, known))
                : new FeatureValues(timeframe is { } own ? $"{own.Code()}:{column.Name}" : column.Name, values);
        }
    }

    private static double[] Benchmark(FeatureContext context, BarSeries bars) =>
        context.Companions.TryGetValue(CompanionRole.Market, out var market)
            ? TimeframeAlignment.Align(market.Close, TimeframeAlignment.Known(bars, market))
            : [];
}
