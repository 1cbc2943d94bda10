using AraWeb.Engine.Calibration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Prediction.Walk;

/// <summary>
/// Walks bar by bar over a symbol's history and forecasts at every step what a live system would have said there: scale from the volatility model,
/// location from the pooled members, shape and width from adaptive calibration at the anchors, which the horizons between share. The state after the
/// last bar is
/// the live forecast, so live and hindcast are one code. It takes bars one at a time and so cannot see ahead.
/// </summary>
public sealed class WalkForward
{
    /// <summary>Bars over which volatility is called: the next one, a week and a month of daily bars.</summary>
    private static readonly int[] CallHorizons = [1, 5, 20];

    private readonly HorizonAnchors _anchors;
    private readonly IVolatilityModel _volatility;
    private readonly Ewma _baseline = new(Ewma.RiskMetricsDecay, usesRange: false);
    private readonly HorizonTrack[] _tracks;
    private readonly AnchorTrack?[] _anchorOf;
    private readonly AnchorTrack[] _shapes;
    private readonly VarianceCall[] _calls;
    private readonly MeanMembers _members;
    private readonly IForecastPool _pool;
    private readonly StateInputs _state = new();
    private readonly double[] _variances;
    private readonly StandardizedForecast[] _tilts;
    private readonly List<double> _logCloses = [];

    /// <summary>Starts before the first bar.</summary>
    public WalkForward(WalkSettings settings, IVolatilityModel volatility, IReadOnlyList<IForecaster> members, IForecastPool pool)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(volatility);
        _anchors = settings.Anchors;
        _volatility = volatility;
        _pool = pool;
        _members = new MeanMembers(members, settings);
        _tracks = new HorizonTrack[_anchors.Farthest];
        for (var h = 1; h <= _tracks.Length; h++)
        {
            _tracks[h - 1] = new HorizonTrack(h);
        }

        _anchorOf = new AnchorTrack?[_tracks.Length];
        _shapes = new AnchorTrack[_anchors.Count];
        for (var k = 0; k < _shapes.Length; k++)
        {
            _shapes[k] = new AnchorTrack(settings.Conformal, _anchors[k], settings.Groups);
            _anchorOf[_anchors[k] - 1] = _shapes[k];
        }

        _calls = [.. CallHorizons.Where(horizon => horizon <= _tracks.Length).Select(horizon => new VarianceCall(horizon))];
        _variances = new double[_tracks.Length];
        _tilts = new StandardizedForecast[_tracks.Length];
    }

    /// <summary>True when a forecast has been issued at the newest bar.</summary>
    public bool HasForecast { get; private set; }

    /// <summary>The market's state at the newest bar; null while unknown.</summary>
    public RegimeType? Regime { get; private set; }

    /// <summary>How unlike the past the newest bar and what led to it are.</summary>
    public NoveltyScore Novelty => _state.Novelty;

    /// <summary>Takes the next bar, settles what falls due and forecasts anew.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="variance">Its variance by <see cref="RangeVariance"/>; NaN until prices have moved.</param>
    /// <param name="regime">The market's state at its close; null while unknown.</param>
    /// <param name="observer">Told of outcomes; may be null.</param>
    public void Add(in Bar bar, double variance, RegimeType? regime, IWalkObserver? observer)
    {
        Regime = regime;
        var t = _logCloses.Count;
        var logClose = Math.Log(bar.Close);
        _logCloses.Add(logClose);
        if (double.IsNaN(variance))
        {
            return;
        }

        var observation = new VarianceObservation(variance, t > 0 ? logClose - _logCloses[t - 1] : 0) { Time = bar.Time.ToUnixTimeMilliseconds() };
        _volatility.Add(observation);
        _baseline.Add(observation);
        _state.Add(observation, bar);
        for (var h = 1; h <= _tracks.Length && h <= t; h++)
        {
            _tracks[h - 1].Settle(t - h, logClose - _logCloses[t - h], _anchorOf[h - 1], observer);
        }

        _members.Settle(t, _tracks);
        HasForecast = _volatility.IsReady;
        _volatility.Forecast(_variances);
        foreach (var call in _calls)
        {
            call.Add(variance, _variances[call.Horizon - 1]);
        }

        if (HasForecast)
        {
            Issue(t, regime is { } state ? 1 + (int)state : 0);
        }
    }

    /// <summary>The forecast at the newest bar for one horizon.</summary>
    /// <exception cref="InvalidOperationException">There is none yet.</exception>
    public IssuedForecast Forecast(int horizon) => HasForecast
        ? _tracks[horizon - 1].Newest
        : throw new InvalidOperationException("No forecast has been issued at the newest bar.");

    /// <summary>How the bands of one horizon did so far.</summary>
    public HindcastCoverage Coverage(int horizon) => _tracks[horizon - 1].Coverage;

    /// <summary>How the forecasts did beside the baseline, at the anchor nearest below a horizon.</summary>
    public HindcastSkill Skill(int horizon) => ShapeOf(horizon).Skill;

    /// <summary>The same, of forecasts that were issued in the state that the market is in now; of all where that is unknown.</summary>
    public HindcastSkill SkillNow(int horizon) => Regime is { } state ? ShapeOf(horizon).SkillIn(state) : Skill(horizon);

    /// <summary>Calibrated probability of a rise over one horizon.</summary>
    /// <param name="horizon">Bars ahead.</param>
    /// <param name="tilts">[H] expected returns in forecast deviations; null for those of the walk.</param>
    public double ProbabilityUp(int horizon, double[]? tilts) => Between(horizon, shape => shape.ProbabilityUp(TiltOf(shape, tilts)));

    /// <summary>Median size of the past year's moves over one horizon, and the calibrated probability of a larger one; NaN while unknown.</summary>
    /// <param name="horizon">Bars ahead.</param>
    /// <param name="tilts">[H] expected returns in forecast deviations; null for those of the walk.</param>
    public (double Usual, double Larger) Move(int horizon, double[]? tilts) =>
        (Between(horizon, shape => shape.UsualMove), Between(horizon, shape => shape.ProbabilityLarge(TiltOf(shape, tilts))));

    /// <summary>Whether volatility will lie above its past year's median, over one bar, a week or a month, whichever is nearest below a horizon.</summary>
    public VarianceCall Call(int horizon) => Array.FindLast(_calls, call => call.Horizon <= horizon)!;

    /// <summary>Share of the last year's forecast deviations that lie below the newest, 0 to 1, at the anchor nearest below a horizon.</summary>
    public double VolatilityRank(int horizon) => ShapeOf(horizon).VolatilityRank;

    private static double TiltOf(AnchorTrack shape, double[]? tilts) => tilts is null ? shape.Tilt : tilts[shape.Horizon - 1];

    private AnchorTrack ShapeOf(int horizon) => _shapes[_anchors.PositionBelow(horizon)];

    private double Between(int horizon, Func<AnchorTrack, double> value)
    {
        var position = _anchors.PositionBelow(horizon);
        var share = _anchors.ShareAbove(horizon);
        var below = value(_shapes[position]);
        return share == 0 ? below : below + (share * (value(_shapes[position + 1]) - below));
    }

    private void Issue(int t, int group)
    {
        _members.Forecast(_pool, _tilts);
        Span<double> baseline = stackalloc double[1];
        _baseline.Forecast(baseline);
        foreach (var shape in _shapes)
        {
            var deviation = Math.Sqrt(shape.Horizon * _variances[shape.Horizon - 1]);
            shape.Issue(group, _tilts[shape.Horizon - 1].Mean * deviation, deviation, Math.Sqrt(shape.Horizon * baseline[0]));
        }

        Span<double> mixed = stackalloc double[Quantiles.Levels.Length];
        for (var h = 1; h <= _tracks.Length; h++)
        {
            var deviation = Math.Sqrt(h * _variances[h - 1]);
            var position = _anchors.PositionBelow(h);
            var share = _anchors.ShareAbove(h);
            var below = _shapes[position];
            var above = share == 0 ? below : _shapes[position + 1];
            for (var i = 0; i < mixed.Length; i++)
            {
                mixed[i] = below.Standardized[i] + (share * (above.Standardized[i] - below.Standardized[i]));
            }

            var scale = below.Scale + (share * (above.Scale - below.Scale));
            _tracks[h - 1].Issue(t, Regime, _tilts[h - 1].Mean * deviation, deviation, new StandardShape(mixed, below.Degrees, scale));
        }
    }
}
