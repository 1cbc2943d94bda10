using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Prediction.Baselines;

/// <summary>
/// Makes the simple rivals' forecasts of <see cref="BaselineKind"/> from the bars that the forecast itself was made from, in one pass. They know nothing but
/// these bars and have no settings to tune, so that "better than a baseline" cannot be had by weakening it. Scores nothing.
/// </summary>
internal static class BaselineForecasts
{
    /// <summary>Squared returns in the historical volatility cone: a month of sessions, the usual span.</summary>
    private const int ConeBars = 20;

    /// <summary>What the rivals say at the newest bar.</summary>
    /// <param name="bars">Oldest first, at least two.</param>
    /// <param name="horizons">Farthest bar ahead.</param>
    /// <returns>[H] at h - 1 the forecasts h bars ahead.</returns>
    public static FrozenBaselines[] Compute(BarSeries bars, int horizons)
    {
        var close = bars.Close;
        var variances = RangeVariance.Compute(bars);
        var ewma = new Ewma(Ewma.RiskMetricsDecay, usesRange: false);
        var har = new LogHar(HarSettings.Reference, HorizonAnchors.Standard(horizons));
        var returns = new double[bars.Count - 1];
        for (var t = 0; t < variances.Length; t++)
        {
            var value = t > 0 ? Math.Log(close[t] / close[t - 1]) : 0;
            var observation = new VarianceObservation(variances[t], value);
            if (t > 0)
            {
                returns[t - 1] = value;
                ewma.Add(observation);
            }

            if (!double.IsNaN(variances[t]))
            {
                har.Add(observation);
            }
        }

        var ahead = new double[horizons];
        har.Forecast(ahead);
        Span<double> weighted = [double.NaN];
        ewma.Forecast(weighted);
        return Join(returns, ahead, weighted[0]);
    }

    private static FrozenBaselines[] Join(ReadOnlySpan<double> returns, ReadOnlySpan<double> harVariances, double ewmaVariance)
    {
        var (mean, deviation) = Drift(returns);
        var cone = ConeVariance(returns);
        var baselines = new FrozenBaselines[harVariances.Length];
        for (var h = 1; h <= baselines.Length; h++)
        {
            baselines[h - 1] = new FrozenBaselines(
                h * mean,

                // The second term is the error of the mean itself: Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed., table 5.2.
                deviation * Math.Sqrt(h * (1 + ((double)h / returns.Length))),
                Math.Sqrt(h * cone),
                Math.Sqrt(h * ewmaVariance),
                Math.Sqrt(h * harVariances[h - 1]));
        }

        return baselines;
    }

    private static (double Mean, double Deviation) Drift(ReadOnlySpan<double> returns)
    {
        var mean = 0.0;
        foreach (var value in returns)
        {
            mean += value;
        }

        mean /= returns.Length;
        var squares = 0.0;
        foreach (var value in returns)
        {
            squares += (value - mean) * (value - mean);
        }

        var deviation = Math.Sqrt(squares / (returns.Length - 1));
        return (mean, deviation > 0 ? deviation : double.NaN);
    }

    // Summed in order, so that a replay on another machine gives the same bits.
    private static double ConeVariance(ReadOnlySpan<double> returns)
    {
        var squares = 0.0;
        foreach (var value in returns[Math.Max(0, returns.Length - ConeBars)..])
        {
            squares += value * value;
        }

        return returns.Length >= ConeBars && squares > 0 ? squares / ConeBars : double.NaN;
    }
}
