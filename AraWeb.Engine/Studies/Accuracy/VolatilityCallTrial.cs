using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// Walks the live volatility model over one series and calls, at every bar, whether the mean variance of the next bars will lie above the median of the past
/// year's such means. Bars are taken one at a time, so nothing sees ahead; only the outcome is looked up behind the origin, after the call was made.
/// </summary>
internal static class VolatilityCallTrial
{
    /// <summary>Rows of earlier days that must have been seen before a row is scored: thresholds are quantiles of them.</summary>
    public const int LeastPast = 100;

    /// <summary>Bars whose mean variance the baseline takes to go on.</summary>
    private const int PersistenceBars = 20;

    /// <summary>Runs the trial.</summary>
    /// <param name="bars">The series.</param>
    /// <param name="horizon">Bars ahead.</param>
    /// <param name="scored">Outcomes before the first bar are not scored; bars from the end on are not looked at.</param>
    /// <param name="cancellationToken">Checked at every bar.</param>
    /// <returns>Rows in time; the earlier ones unscored.</returns>
    /// <exception cref="InsufficientDataException">Not one row can be scored.</exception>
    public static IReadOnlyList<VolatilityCallRow> Run(
        BarSeries bars, int horizon, (int First, int End) scored, CancellationToken cancellationToken)
    {
        var variances = RangeVariance.Compute(bars);
        var model = LiveVolatility.New(bars.AssetClass, bars.Timeframe, HorizonAnchors.Standard(horizon));
        var product = new VarianceCall(horizon);
        var calibrated = new VarianceCall(horizon);
        var path = new double[horizon];
        var rows = new List<VolatilityCallRow>();
        var earlierDays = 0;
        for (var t = 0; t < scored.End; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (double.IsNaN(variances[t]))
            {
                continue;
            }

            var observation = new VarianceObservation(variances[t], t > 0 ? Math.Log(bars.Close[t] / bars.Close[t - 1]) : 0) { Time = bars.Times[t] };
            model.Add(observation);
            model.Forecast(path);
            product.Add(variances[t], path[^1]);
            var recent = Recent(variances, t);
            calibrated.Add(variances[t], recent);
            if (t + horizon >= scored.End || double.IsNaN(product.ProbabilityAbove) || double.IsNaN(calibrated.ProbabilityAbove))
            {
                continue;
            }

            var day = DateOnly.FromDateTime(bars[t].Time.UtcDateTime).DayNumber;
            earlierDays = rows.Count > 0 && rows[^1].Day < day ? rows.Count : earlierDays;
            rows.Add(new VolatilityCallRow(
                day,
                t >= scored.First - 1 && earlierDays >= LeastPast,
                MeanAfter(variances, t, horizon) > product.Median,
                product.ProbabilityAbove - 0.5,
                Math.Log(recent / product.Median),
                calibrated.ProbabilityAbove - 0.5));
        }

        return rows.Exists(row => row.IsScored)
            ? rows
            : throw new InsufficientDataException(bars.Symbol, scored.End, StudySeries.WarmUp + horizon);
    }

    /// <summary>Mean variance of the newest bars; NaN while there are too few.</summary>
    private static double Recent(double[] variances, int newest) => newest + 1 < PersistenceBars
        ? double.NaN
        : SpanMath.Sum(variances.AsSpan(newest + 1 - PersistenceBars, PersistenceBars)) / PersistenceBars;

    private static double MeanAfter(double[] variances, int origin, int horizon)
    {
        var sum = 0.0;
        for (var i = origin + 1; i <= origin + horizon; i++)
        {
            sum += variances[i];
        }

        return sum / horizon;
    }
}
