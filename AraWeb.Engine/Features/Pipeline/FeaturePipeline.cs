using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Pipeline.Sources;
using AraWeb.Engine.Features.Targets;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Pipeline;

/// <summary>
/// From bars to the columns that models see. <see cref="Compute"/> needs no training and looks back only; <see cref="Fit"/> learns from a training window
/// which columns to keep and how to scale them, and from nothing outside of it.
/// </summary>
/// <param name="sources">Groups of columns, in their order.</param>
/// <param name="settings">How columns are chosen and scaled.</param>
public sealed class FeaturePipeline(IReadOnlyList<IFeatureSource> sources, PipelineSettings settings)
{
    private const double MonthAge = 30;
    private static readonly int[] Spans = [1, 5, 20];
    private static readonly string[] ExternalNames = ["news-sentiment", "social-sentiment", "search-interest", "active-addresses", "exchange-flow"];

    // Of a normal distribution: interquartile range over standard deviation.
    private const double QuartilesPerDeviation = 1.3489795003921634;

    /// <summary>
    /// Everything there is: all indicators on the bars as they are, a handful on days and weeks, patterns, calendar, market, sector, expected volatility, and
    /// the places for sentiment and on-chain series.
    /// </summary>
    public static FeaturePipeline Standard(PipelineSettings settings)
    {
        FeatureRequest[] slow = [FeatureRequest.Of("rsi"), FeatureRequest.Of("macd"), Standardised(5), FeatureRequest.Of("volatility-z")];
        FeatureRequest[] companion = [.. Spans.Select(Standardised), FeatureRequest.Of("volatility-z")];
        return new FeaturePipeline(
        [
            new IndicatorSource(FeatureRequest.Everything(), timeframe: null),
            new IndicatorSource(slow, Timeframe.OneDay),
            new IndicatorSource(slow, Timeframe.OneWeek),
            new PatternSource(),
            new CalendarSource(),
            new CompanionSource(CompanionRole.Market, companion, Spans),
            new CompanionSource(CompanionRole.Sector, companion, Spans),
            new CompanionSource(CompanionRole.VolatilityIndex, [Standardised(5), FeatureRequest.Of("rsi")], []),
            .. ExternalNames.Select(name => new ExternalSource(name, TimeSpan.FromDays(MonthAge))),
        ], settings);
    }

    /// <summary>All columns over a context, neither scaled nor chosen.</summary>
    public FeatureFrame Compute(FeatureContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new FeatureFrame(context.Bars.Symbol, context.Bars.Count, sources.SelectMany(source => source.Compute(context)));
    }

    /// <summary>
    /// Learns from the rows <paramref name="from"/> up to, without, <paramref name="to"/>; of the target only what was known at the last of them.
    /// </summary>
    /// <param name="frame">All columns.</param>
    /// <param name="target">What is to be forecast; decides which columns are kept.</param>
    /// <param name="from">First row of the training window.</param>
    /// <param name="to">Row after the last one.</param>
    /// <exception cref="InsufficientDataException">Too few rows have a known target.</exception>
    public FittedFeaturePipeline Fit(FeatureFrame frame, TargetSeries target, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, frame.Rows);
        var labelled = Math.Min(to, target.KnownAt(to - 1));
        var known = Enumerable.Range(from, Math.Max(0, labelled - from)).Count(row => !double.IsNaN(target.Values[row]));
        if (known < settings.MinimumRows)
        {
            throw new InsufficientDataException(frame.Symbol, known, settings.MinimumRows);
        }

        var candidates = Enumerable.Range(0, frame.Names.Count)
            .Select(column => Learn(frame, target, column, from, to, labelled))
            .OfType<FittedFeature>()
            .OrderByDescending(feature => Math.Abs(feature.Importance.T))
            .ToList();
        return new FittedFeaturePipeline(Choose(frame, candidates, from, to), candidates.ConvertAll(feature => feature.Importance), settings);
    }

    private FittedFeature? Learn(FeatureFrame frame, TargetSeries target, int column, int from, int to, int labelled)
    {
        var values = frame[column][from..to];
        var present = values.ToArray().Where(value => !double.IsNaN(value)).Order().ToArray();
        if (present.Length < (1 - settings.MaximumMissing) * values.Length || present.Length == 0)
        {
            return null;
        }

        var scale = (Quantile(present, 0.75) - Quantile(present, 0.25)) / QuartilesPerDeviation;
        if (scale <= 0)
        {
            // More than half of the values are equal: the deviation is what tells the others apart.
            scale = Math.Sqrt(SpanMath.SumOfSquares(present, SpanMath.Mean(present)) / present.Length);
        }

        return scale > 0
            ? new FittedFeature(column, Quantile(present, 0.5), scale, FeatureImportance.Of(frame.Names[column], frame[column], target, from, labelled))
            : null;
    }

    // The strongest first; one that says nearly the same as a stronger one is left out.
    private List<FittedFeature> Choose(FeatureFrame frame, List<FittedFeature> candidates, int from, int to)
    {
        var chosen = new List<FittedFeature>();
        var scaled = new List<double[]>();
        foreach (var candidate in candidates.TakeWhile(_ => chosen.Count < settings.Keep))
        {
            var values = candidate.Scale(frame[candidate.Column][from..to], settings.ClipAt);
            if (scaled.TrueForAll(other => Math.Abs(Correlation(values, other)) <= settings.MaximumCorrelation))
            {
                chosen.Add(candidate);
                scaled.Add(values);
            }
        }

        return chosen;
    }

    private static double Correlation(double[] x, double[] y)
    {
        var (meanX, meanY) = (SpanMath.Mean(x), SpanMath.Mean(y));
        var spread = SpanMath.SumOfSquares(x, meanX) * SpanMath.SumOfSquares(y, meanY);
        return spread == 0 ? 1 : SpanMath.SumOfProducts(x, meanX, y, meanY) / Math.Sqrt(spread);
    }

    // Linear between the order statistics (type 7 of Hyndman and Fan 1996).
    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    private static FeatureRequest Standardised(int span) =>
        FeatureRequest.Of("standardised-return", new Dictionary<string, double>(StringComparer.Ordinal) { ["span"] = span });
}
