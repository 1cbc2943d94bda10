using AraWeb.Engine.Calibration;
using AraWeb.Engine.Numerics;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Prediction.Walk;

/// <summary>
/// Will the variance over the next bars lie above its own median of the past year? The forecast variance and the spread of its past log errors give the
/// probability, past outcomes calibrate it, and a call is made only where the probability is as far from one half as it was in the surer part of the past:
/// thresholds never see what comes. One horizon; takes bars one at a time.
/// </summary>
public sealed class VarianceCall
{
    /// <summary>Bars whose variance, averaged over the horizon, the median is of.</summary>
    private const int MedianWindow = 252;

    /// <summary>Past probabilities that a new one is ranked among.</summary>
    private const int RankWindow = 1000;

    /// <summary>Weight of a new log error in their mean and variance: two years of daily bars.</summary>
    private const double ErrorRate = 0.002;

    /// <summary>Errors whose plain mean starts them.</summary>
    private const int StartUp = 60;

    private readonly int _horizon;
    private readonly SortedWindow _outcomes = new(MedianWindow);
    private readonly SortedWindow _confidences = new(RankWindow);
    private readonly ProbabilityCalibration _calibration;
    private readonly (double LogForecast, double Stated, double Median)[] _open;
    private readonly double[] _cumulative;
    private double _errorMean;
    private double _errorSquare;
    private int _errors;
    private int _bars;

    /// <summary>Makes one.</summary>
    /// <param name="horizon">Bars ahead.</param>
    public VarianceCall(int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        _horizon = horizon;
        _calibration = new ProbabilityCalibration(horizon);
        _open = new (double, double, double)[horizon];
        Array.Fill(_open, (double.NaN, double.NaN, double.NaN));
        _cumulative = new double[horizon + 1];
    }

    /// <summary>Bars ahead.</summary>
    public int Horizon => _horizon;

    /// <summary>Median of the past year's mean variance per bar over the horizon; NaN until a year has passed.</summary>
    public double Median { get; private set; } = double.NaN;

    /// <summary>Probability that the coming variance lies above <see cref="Median"/>; NaN while that or the forecast is unknown.</summary>
    public double ProbabilityAbove { get; private set; } = double.NaN;

    /// <summary>Share of past probabilities that were nearer to one half than this one, 0 to 1; NaN before the first.</summary>
    public double ConfidenceRank { get; private set; } = double.NaN;

    /// <summary>Takes the next bar.</summary>
    /// <param name="variance">Its range variance.</param>
    /// <param name="forecast">Forecast made at this bar of the mean variance over the horizon; NaN when there is none.</param>
    public void Add(double variance, double forecast)
    {
        var slots = _horizon + 1;
        _cumulative[(_bars + 1) % slots] = _cumulative[_bars % slots] + variance;
        _bars++;
        var slot = _bars % _horizon;
        if (_bars >= _horizon)
        {
            var outcome = (_cumulative[_bars % slots] - _cumulative[(_bars - _horizon) % slots]) / _horizon;
            Settle(_open[slot], outcome);
            _outcomes.Add(outcome);
        }

        Median = _outcomes.Count >= MedianWindow ? _outcomes.Quantile(0.5) : double.NaN;
        var spread = Math.Sqrt(Math.Max(0, _errorSquare - (_errorMean * _errorMean)));
        var log = Math.Log(forecast);
        var stated = _errors >= StartUp && spread > 0
            ? Normal.CDF(0, 1, (log + _errorMean - Math.Log(Median)) / spread)
            : double.NaN;
        _open[slot] = (log, stated, Median);
        ProbabilityAbove = double.IsNaN(stated) ? double.NaN : _calibration.Apply(stated);
        Rank();
    }

    /// <summary>True when the probability is among the surest of the past.</summary>
    /// <param name="coverage">Share of bars at which a call is wanted, 0 to 1.</param>
    public bool IsCall(double coverage) => ConfidenceRank >= 1 - coverage;

    private void Settle((double LogForecast, double Stated, double Median) open, double outcome)
    {
        var error = Math.Log(outcome) - open.LogForecast;
        if (double.IsNaN(error))
        {
            return;
        }

        var rate = Math.Max(ErrorRate, 1.0 / ++_errors);
        _errorMean += rate * (error - _errorMean);
        _errorSquare += rate * ((error * error) - _errorSquare);
        if (!double.IsNaN(open.Stated))
        {
            _calibration.Observe(open.Stated, outcome > open.Median);
        }
    }

    private void Rank()
    {
        if (double.IsNaN(ProbabilityAbove))
        {
            ConfidenceRank = double.NaN;
            return;
        }

        var confidence = Math.Abs(ProbabilityAbove - 0.5);
        ConfidenceRank = _confidences.RankOf(confidence);
        _confidences.Add(confidence);
    }
}
