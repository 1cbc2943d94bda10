using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Numerics;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Volatility;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// Walks the live model over one series and scores the bands of one horizon against EWMA with normal quantiles (RiskMetrics 1996), both as known at each step.
/// </summary>
internal sealed class IntervalTrial : IWalkObserver
{
    private const int StretchLength = 250;

    private readonly BarSeries _bars;
    private readonly int _horizon;
    private readonly (int First, int End) _scored;
    private readonly double[] _rivalDeviation;
    private readonly List<bool> _misses = [];
    private readonly int[] _inside = new int[4];
    private readonly RegimeTally[] _byRegime = new RegimeTally[Enum.GetValues<RegimeType>().Length];
    private double _width;
    private double _rivalWidth;
    private double _winkler;
    private double _rivalWinkler;
    private int _rivalInside;

    private IntervalTrial(BarSeries bars, int horizon, (int First, int End) scored)
    {
        _bars = bars;
        _horizon = horizon;
        _scored = scored;
        _rivalDeviation = RivalDeviations(bars, horizon);
    }

    /// <summary>Runs the trial.</summary>
    public static IntervalScore Run(BarSeries bars, int horizon, (int First, int End) scored, CancellationToken cancellationToken)
    {
        var trial = new IntervalTrial(bars, horizon, scored);
        ForecastModel.Walk(bars.Slice(0, scored.End), horizon, trial, cancellationToken);
        return trial.Result();
    }

    /// <inheritdoc/>
    public void OnOutcome(int issuedAt, int horizon, in IssuedForecast forecast, double outcome)
    {
        if (horizon != _horizon || issuedAt + horizon < _scored.First)
        {
            return;
        }

        var quantiles = forecast.Quantiles;
        for (var band = 0; band < _inside.Length; band++)
        {
            _inside[band] += outcome >= quantiles[3 - band] && outcome <= quantiles[5 + band] ? 1 : 0;
        }

        var (lower, upper) = (quantiles[1], quantiles[7]);
        _misses.Add(outcome < lower || outcome > upper);
        _width += upper - lower;
        if (forecast.Regime is { } regime)
        {
            _byRegime[(int)regime] = _byRegime[(int)regime].With(upper - lower, isInside: !_misses[^1]);
        }

        _winkler += Scores.Winkler(lower, upper, outcome, 0.9);
        var rival = Normal.InvCDF(0, 1, 0.95) * _rivalDeviation[issuedAt];
        _rivalWidth += 2 * rival;
        _rivalWinkler += Scores.Winkler(-rival, rival, outcome, 0.9);
        _rivalInside += Math.Abs(outcome) <= rival ? 1 : 0;
    }

    private static double[] RivalDeviations(BarSeries bars, int horizon)
    {
        var ewma = new Ewma(Ewma.RiskMetricsDecay, usesRange: false);
        var deviations = new double[bars.Count];
        Span<double> variance = stackalloc double[1];
        for (var t = 0; t < bars.Count; t++)
        {
            ewma.Add(new VarianceObservation(double.NaN, t > 0 ? Math.Log(bars.Close[t] / bars.Close[t - 1]) : 0));
            ewma.Forecast(variance);
            deviations[t] = Math.Sqrt(horizon * variance[0]);
        }

        return deviations;
    }

    private IntervalScore Result()
    {
        var n = _misses.Count;
        var misses = _misses.ToArray();
        DateOnly DateOf(int index) => DateOnly.FromDateTime(_bars[index].Time.UtcDateTime);
        return new IntervalScore(
            _bars.Symbol.Text, n, DateOf(_scored.First), DateOf(_scored.End - 1),
            [.. _inside.Select(count => (double)count / n)],
            WorstStretch(misses),
            _width / n, _rivalWidth / n, _winkler / n, _rivalWinkler / n, (double)_rivalInside / n,
            _horizon == 1 ? CoverageTests.KupiecP(misses, 0.1) : double.NaN,
            _horizon == 1 ? CoverageTests.ChristoffersenP(misses) : double.NaN,
            _byRegime);
    }

    private static double WorstStretch(bool[] misses)
    {
        var worst = double.NaN;
        var inStretch = 0;
        for (var i = 0; i < misses.Length; i++)
        {
            inStretch += misses[i] ? 1 : 0;
            inStretch -= i >= StretchLength && misses[i - StretchLength] ? 1 : 0;
            if (i >= StretchLength - 1)
            {
                worst = Math.Max(double.IsNaN(worst) ? 0 : worst, Math.Abs(((double)inStretch / StretchLength) - 0.1));
            }
        }

        return worst;
    }
}
