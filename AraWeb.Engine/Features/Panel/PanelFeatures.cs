using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Pipeline;
using AraWeb.Engine.Features.Pipeline.Sources;

namespace AraWeb.Engine.Features.Panel;

/// <summary>
/// The columns that pooled models learn from: indicators without a unit, each known at the close of its bar and from the instrument's own bars alone, so that
/// a forecast can be made again from them. Few and of different kinds, since what they say of returns is little and noise is plenty.
/// </summary>
public static class PanelFeatures
{
    /// <summary>Changes whenever the same bars would give other columns.</summary>
    public const string Version = "panel-1";

    private static readonly int[] ReturnSpans = [1, 5, 20, 60];

    private static readonly string[] Indicators =
    [
        "momentum-12-1", "momentum-rank", "rsi", "connors-rsi", "cci", "ppo", "tsi", "trix", "williams-r", "adx", "aroon", "chop", "trend-t", "z-score",
        "percent-rank", "streak", "gap-atr", "range-rank", "volatility-z", "relative-volatility", "volatility-of-volatility", "natr", "max-drawdown",
        "time-under-water", "skewness", "kurtosis", "autocorrelation", "variance-ratio", "squeeze", "mfi", "cmf", "rvol", "volume-zscore", "up-down-volume",
        "vwap-deviation",
    ];

    private static readonly FeaturePipeline Pipeline = new(
        [new IndicatorSource([.. ReturnSpans.Select(Standardised), .. Indicators.Select(FeatureRequest.Of)], timeframe: null)], new PipelineSettings());

    /// <summary>
    /// Newest bars from which the columns' last row follows to the last bit: four times the longest look-back, so that running averages have settled.
    /// </summary>
    private const int Memory = 1000;

    /// <summary>The columns over the bars of one instrument.</summary>
    public static FeatureFrame Compute(BarSeries bars) => Pipeline.Compute(FeatureContext.Of(bars));

    /// <summary>The last row of <see cref="Compute"/>, from the newest bars alone.</summary>
    /// <returns>[F] values; NaN means unknown.</returns>
    public static double[] Newest(BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var frame = Compute(bars.Count <= Memory ? bars : bars.Slice(bars.Count - Memory, Memory));
        var row = new double[frame.Names.Count];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = frame[column][^1];
        }

        return row;
    }

    private static FeatureRequest Standardised(int span) =>
        FeatureRequest.Of("standardised-return", new Dictionary<string, double>(StringComparer.Ordinal) { ["span"] = span });
}
