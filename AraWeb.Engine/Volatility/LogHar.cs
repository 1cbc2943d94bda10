namespace AraWeb.Engine.Volatility;

/// <summary>
/// Heterogeneous autoregression of log variance (Corsi 2009), one regression for each anchor horizon, on a rolling window; between anchors the
/// forecast is linear in the log of the horizon. The forecast is exp(mean + residual variance / 2), kept within the range of past outcomes (the "insanity
/// filter" of Bollerslev, Patton and Quaedvlieg 2016). Leaves out market terms and pooling over symbols, which <see cref="Panel.PanelVolatility"/> has.
/// </summary>
public sealed class LogHar : IVolatilityModel
{
    /// <summary>Rows a regression needs before it is used.</summary>
    internal const int MinimumRows = 60;

    private readonly HarSettings _settings;
    private readonly HorizonAnchors _anchors;
    private readonly HarTerms _terms;
    private readonly double[] _rows;
    private readonly HarRegression[] _regressions;
    private readonly double[] _anchored;
    private int _sinceFit;

    /// <summary>Makes a model.</summary>
    /// <param name="settings">Terms, window and refit interval.</param>
    /// <param name="anchors">Horizons that have a regression of their own.</param>
    public LogHar(HarSettings settings, HorizonAnchors anchors)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(anchors);
        _settings = settings;
        _anchors = anchors;
        _terms = new HarTerms(settings, anchors.Farthest);
        _rows = new double[(anchors.Farthest + 1) * _terms.Width];
        _anchored = new double[anchors.Count];
        _regressions = new HarRegression[anchors.Count];
        for (var k = 0; k < _regressions.Length; k++)
        {
            _regressions[k] = new HarRegression(_terms.Width, Math.Max(1, settings.Window / settings.Refit), settings.Ridge);
        }
    }

    /// <inheritdoc/>
    public string Id => "har";

    /// <inheritdoc/>
    public bool IsReady => _regressions[^1].IsFitted;

    /// <inheritdoc/>
    public void Add(in VarianceObservation observation)
    {
        _terms.Add(observation);
        var t = _terms.Count - 1;
        _terms.Write(RowOf(t));
        for (var k = 0; k < _regressions.Length; k++)
        {
            var horizon = _anchors[k];
            if (t - horizon >= _terms.Warmup - 1)
            {
                _regressions[k].Add(RowOf(t - horizon), Math.Log(_terms.MeanVariance(horizon)));
            }
        }

        var farthest = _regressions[^1];
        if (++_sinceFit >= _settings.Refit || (!farthest.IsFitted && farthest.Rows >= MinimumRows))
        {
            _sinceFit = 0;
            foreach (var regression in _regressions)
            {
                regression.CloseBlock();
                regression.Fit(MinimumRows);
            }
        }
    }

    /// <inheritdoc/>
    public void Forecast(Span<double> variances)
    {
        if (variances.Length > _anchors.Farthest)
        {
            throw new ArgumentException($"{variances.Length} horizons asked for; this model was made for {_anchors.Farthest}.", nameof(variances));
        }

        if (!IsReady)
        {
            variances.Fill(double.NaN);
            return;
        }

        var row = RowOf(_terms.Count - 1);
        for (var k = 0; k < _anchored.Length; k++)
        {
            _anchored[k] = _regressions[k].Forecast(row);
        }

        _anchors.Spread(_anchored, variances);
    }

    private Span<double> RowOf(int t) => _rows.AsSpan(t % (_anchors.Farthest + 1) * _terms.Width, _terms.Width);
}
