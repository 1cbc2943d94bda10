namespace AraWeb.Engine.Volatility;

/// <summary>
/// Heterogeneous autoregression of log variance (Corsi 2009) with a term for the last negative return, one regression per horizon, on a rolling window.
/// The forecast is exp(mean + residual variance / 2), kept within the range of past outcomes (the "insanity filter" of Bollerslev, Patton and Quaedvlieg 2016).
/// Leaves out market terms and pooling over symbols.
/// </summary>
public sealed class LogHar : IVolatilityModel
{
    /// <summary>Rows a regression needs before it is used.</summary>
    private const int MinimumRows = 60;

    private readonly HarSettings _settings;
    private readonly int _horizons;
    private readonly int _features;
    private readonly List<double> _cumulative = [0];
    private readonly List<double[]> _rows = [];
    private readonly HarRegression[] _regressions;
    private int _sinceFit;

    /// <summary>Makes a model.</summary>
    /// <param name="settings">Lags, window and refit interval.</param>
    /// <param name="horizons">Farthest bar ahead.</param>
    public LogHar(HarSettings settings, int horizons)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizons, 1);
        _settings = settings;
        _horizons = horizons;
        _features = settings.Lags.Count + 2;
        _regressions = new HarRegression[horizons];
        for (var h = 0; h < horizons; h++)
        {
            _regressions[h] = new HarRegression(_features, Math.Max(1, settings.Window / settings.Refit));
        }
    }

    /// <inheritdoc/>
    public string Id => "har";

    /// <inheritdoc/>
    public bool IsReady => _regressions[^1].IsFitted;

    /// <inheritdoc/>
    public void Add(in VarianceObservation observation)
    {
        _cumulative.Add(_cumulative[^1] + observation.Variance);
        _rows.Add(Row(observation.LogReturn));
        var t = _rows.Count - 1;
        for (var h = 1; h <= _horizons && t - h >= FirstRow; h++)
        {
            var outcome = (_cumulative[t + 1] - _cumulative[t + 1 - h]) / h;
            _regressions[h - 1].Add(_rows[t - h], Math.Log(outcome));
        }

        var farthest = _regressions[^1];
        if (++_sinceFit >= _settings.Refit || (!farthest.IsFitted && farthest.Rows >= MinimumRows))
        {
            _sinceFit = 0;
            foreach (var regression in _regressions)
            {
                regression.CloseBlock(MinimumRows);
            }
        }
    }

    /// <inheritdoc/>
    public void Forecast(Span<double> variances)
    {
        if (variances.Length > _horizons)
        {
            throw new ArgumentException($"{variances.Length} horizons asked for; this model was made for {_horizons}.", nameof(variances));
        }

        for (var h = 0; h < variances.Length; h++)
        {
            variances[h] = IsReady ? _regressions[h].Forecast(_rows[^1]) : double.NaN;
        }
    }

    /// <summary>The first bar at which the longest average is full.</summary>
    private int FirstRow => _settings.Lags[^1] - 1;

    private double[] Row(double logReturn)
    {
        var row = new double[_features];
        row[0] = 1;
        var n = _cumulative.Count - 1;
        for (var i = 0; i < _settings.Lags.Count; i++)
        {
            var span = Math.Min(_settings.Lags[i], n);
            row[i + 1] = Math.Log((_cumulative[n] - _cumulative[n - span]) / span);
        }

        var longest = Math.Min(_settings.Lags[^1], n);
        var scale = Math.Sqrt((_cumulative[n] - _cumulative[n - longest]) / longest);
        row[^1] = Math.Min(logReturn, 0) / scale;
        return row;
    }
}
