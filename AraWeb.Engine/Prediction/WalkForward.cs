using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Prediction;

/// <summary>
/// Walks bar by bar over a symbol's history and forecasts at every step what a live system would have said there: scale from the volatility model,
/// location from
/// the pooled members, shape and width from adaptive calibration. The state after the last bar is the live forecast, so live and hindcast are one code.
/// It takes bars one at a time and so cannot see ahead. Leaves out regimes and abstention.
/// </summary>
public sealed class WalkForward
{
    private readonly WalkSettings _settings;
    private readonly IVolatilityModel _volatility;
    private readonly HorizonTrack[] _tracks;
    private readonly MeanMembers _members;
    private readonly IForecastPool _pool;
    private readonly double[] _variances;
    private readonly StandardizedForecast[] _tilts;
    private readonly List<double> _logCloses = [];

    /// <summary>Starts before the first bar.</summary>
    public WalkForward(WalkSettings settings, IVolatilityModel volatility, IReadOnlyList<IForecaster> members, IForecastPool pool)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(volatility);
        _settings = settings;
        _volatility = volatility;
        _pool = pool;
        _members = new MeanMembers(members, settings);
        _tracks = new HorizonTrack[settings.Horizons];
        for (var h = 1; h <= _tracks.Length; h++)
        {
            _tracks[h - 1] = new HorizonTrack(settings.Conformal, h);
        }

        _variances = new double[settings.Horizons];
        _tilts = new StandardizedForecast[settings.Horizons];
    }

    /// <summary>True when a forecast has been issued at the newest bar.</summary>
    public bool HasForecast { get; private set; }

    /// <summary>Takes the next bar, settles what falls due and forecasts anew.</summary>
    /// <param name="close">Its close.</param>
    /// <param name="variance">Its variance by <see cref="RangeVariance"/>.</param>
    /// <param name="observer">Told of outcomes; may be null.</param>
    public void Add(double close, double variance, IWalkObserver? observer)
    {
        var t = _logCloses.Count;
        var logClose = Math.Log(close);
        _logCloses.Add(logClose);
        if (double.IsNaN(variance))
        {
            return;
        }

        _volatility.Add(new VarianceObservation(variance, t > 0 ? logClose - _logCloses[t - 1] : 0));
        for (var h = 1; h <= _tracks.Length && h <= t; h++)
        {
            _tracks[h - 1].Settle(t - h, logClose - _logCloses[t - h], observer);
        }

        _members.Settle(t, _tracks);
        HasForecast = _volatility.IsReady;
        if (!HasForecast)
        {
            return;
        }

        _volatility.Forecast(_variances);
        _members.Forecast(_pool, _tilts);
        for (var h = 1; h <= _tracks.Length; h++)
        {
            var deviation = Math.Sqrt(h * _variances[h - 1]);
            _tracks[h - 1].Issue(t, _tilts[h - 1].Mean * deviation, deviation);
        }
    }

    /// <summary>The forecast at the newest bar for one horizon.</summary>
    /// <exception cref="InvalidOperationException">There is none yet.</exception>
    public IssuedForecast Forecast(int horizon) => HasForecast
        ? _tracks[horizon - 1].Newest
        : throw new InvalidOperationException("No forecast has been issued at the newest bar.");

    /// <summary>How the bands of one horizon did so far.</summary>
    public HindcastCoverage Coverage(int horizon) => _tracks[horizon - 1].Coverage;

    /// <summary>Share of the last year's forecast deviations of one horizon that lie below the newest, 0 to 1.</summary>
    public double VolatilityRank(int horizon) => _tracks[horizon - 1].VolatilityRank;
}
