using AraWeb.Engine.Calibration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Prediction.Walk;

/// <summary>
/// What is learned at one anchor horizon: the shape of standardised residuals, as adaptive quantiles and as a Student t, the calibration of stated
/// probabilities,
/// and the scores of the past beside the baseline's. Every forecast is judged before it teaches.
/// </summary>
internal sealed class AnchorTrack
{
    /// <summary>Outcomes whose median size is the usual move: a year of daily bars.</summary>
    private const int UsualWindow = 252;

    private readonly AdaptiveQuantiles _quantiles;
    private readonly StudentResidual _shape;
    private readonly ProbabilityCalibration _up;
    private readonly ProbabilityCalibration _large;
    private readonly SortedWindow _moves = new(UsualWindow);
    private readonly SortedWindow _deviations = new(UsualWindow);
    private readonly List<double> _losses = [];
    private readonly List<double> _baselineLosses = [];
    private readonly List<RegimeType?> _states = [];
    private readonly (double Up, double Large, double Usual, double Baseline)[] _open;
    private double _deviation = double.NaN;
    private int _issued;
    private int _observed;

    public AnchorTrack(ConformalSettings settings, int horizon, int groups)
    {
        Horizon = horizon;
        _quantiles = new AdaptiveQuantiles(settings, horizon, groups);
        _shape = new StudentResidual(horizon);
        _up = new ProbabilityCalibration(horizon);
        _large = new ProbabilityCalibration(horizon);
        _open = new (double, double, double, double)[horizon];
    }

    /// <summary>Bars ahead.</summary>
    public int Horizon { get; }

    /// <summary>[9] quantiles of the standardised residual as issued last.</summary>
    public double[] Standardized { get; } = new double[Quantiles.Levels.Length];

    /// <summary>Degrees of freedom of the Student t as issued last.</summary>
    public double Degrees { get; private set; } = double.NaN;

    /// <summary>Its scale in forecast deviations.</summary>
    public double Scale { get; private set; } = double.NaN;

    /// <summary>Expected return as issued last, in forecast deviations.</summary>
    public double Tilt { get; private set; } = double.NaN;

    /// <summary>Median size of the past year's returns over this horizon; NaN before the first.</summary>
    public double UsualMove { get; private set; } = double.NaN;

    /// <summary>Share of the past year's forecast deviations that lie below the newest, 0 to 1.</summary>
    public double VolatilityRank { get; private set; }

    /// <summary>Scores of the past beside the baseline's.</summary>
    public HindcastSkill Skill => HindcastSkill.Of(Horizon, _losses, _baselineLosses);

    /// <summary>The same, of forecasts that were issued in one state of the market.</summary>
    public HindcastSkill SkillIn(RegimeType regime)
    {
        var (losses, baselineLosses) = (new List<double>(), new List<double>());
        for (var i = 0; i < _states.Count; i++)
        {
            if (_states[i] == regime)
            {
                losses.Add(_losses[i]);
                baselineLosses.Add(_baselineLosses[i]);
            }
        }

        return HindcastSkill.Of(Horizon, losses, baselineLosses);
    }

    /// <summary>Calibrated probability of a rise as issued last, if the expected return were another.</summary>
    /// <param name="tilt">Expected return in forecast deviations.</param>
    public double ProbabilityUp(double tilt) => _up.Apply(StatedUp(tilt));

    /// <summary>Calibrated probability of a move larger than <see cref="UsualMove"/>, if the expected return were another; NaN while that is unknown.</summary>
    /// <param name="tilt">Expected return in forecast deviations.</param>
    public double ProbabilityLarge(double tilt) => _large.Apply(StatedLarge(tilt));

    /// <summary>Issues a forecast.</summary>
    /// <param name="group">The regime's number.</param>
    /// <param name="mean">Expected log return.</param>
    /// <param name="deviation">Forecast deviation.</param>
    /// <param name="baselineDeviation">The baseline's deviation; NaN when it has none.</param>
    public void Issue(int group, double mean, double deviation, double baselineDeviation)
    {
        _quantiles.Issue(group, Standardized);
        VolatilityRank = _deviations.RankOf(deviation);
        _deviations.Add(deviation);
        Degrees = _shape.Degrees;
        Scale = _shape.Scale;
        (Tilt, _deviation, UsualMove) = (mean / deviation, deviation, _moves.Quantile(0.5));
        _open[_issued++ % Horizon] = (StatedUp(Tilt), StatedLarge(Tilt), UsualMove, baselineDeviation);
    }

    /// <summary>Settles the oldest open forecast.</summary>
    public void Settle(in IssuedForecast forecast, double outcome)
    {
        var (up, large, usual, baseline) = _open[_observed++ % Horizon];
        if (!double.IsNaN(baseline))
        {
            _losses.Add(Scores.CrpsFromQuantiles(Quantiles.Levels, forecast.Quantiles, outcome));
            _baselineLosses.Add(BaselineQuantiles.Loss(baseline, outcome));
            _states.Add(forecast.Regime);
        }

        var residual = (outcome - forecast.Mean) / forecast.Volatility;
        _quantiles.Observe(residual);
        _shape.Observe(residual);
        _up.Observe(up, outcome > 0);
        if (!double.IsNaN(large))
        {
            _large.Observe(large, Math.Abs(outcome) > usual);
        }

        _moves.Add(Math.Abs(outcome));
    }

    private double StatedUp(double tilt) => 1 - StandardizedBelow(-tilt);

    private double StatedLarge(double tilt) => double.IsNaN(UsualMove)
        ? double.NaN
        : StandardizedBelow((-UsualMove / _deviation) - tilt) + 1 - StandardizedBelow((UsualMove / _deviation) - tilt);

    private double StandardizedBelow(double value) => Quantiles.ProbabilityBelow(Standardized, value);
}
