namespace AraWeb.Engine.Volatility.Panel;

/// <summary>
/// One symbol of a panel: its own regression, and for each anchor horizon the sums of the regression with market terms. A row that was written on a date
/// without market terms is not learned from.
/// </summary>
internal sealed class PanelMember
{
    private readonly HorizonAnchors _anchors;
    private readonly LogHar _own;
    private readonly HarTerms _terms;
    private readonly double[] _rows;
    private readonly int _width;
    private readonly HarRegression[] _regressions;
    private readonly double[] _anchored;

    public PanelMember(HarSettings settings, HorizonAnchors anchors)
    {
        _anchors = anchors;
        _own = new LogHar(settings, anchors);
        _terms = new HarTerms(settings, anchors.Farthest);
        _width = _terms.Width + MarketTerms.Width;
        _rows = new double[(anchors.Farthest + 1) * _width];
        _anchored = new double[anchors.Count];
        _regressions = new HarRegression[anchors.Count];
        for (var k = 0; k < _regressions.Length; k++)
        {
            _regressions[k] = new HarRegression(_width, Math.Max(1, settings.Window / settings.Refit), PanelVolatility.Ridge);
        }
    }

    /// <summary>What the forecast from the newest bar rests on.</summary>
    public PanelSource Source => _regressions[^1].IsFitted && HasMarket(RowOf(_terms.Count - 1)) ? PanelSource.Pooled
        : _own.IsReady ? PanelSource.Own
        : PanelSource.None;

    /// <summary>Takes the bar of a date for which the market terms are there already.</summary>
    public void Add(in VarianceObservation observation, MarketTerms market)
    {
        _own.Add(observation);
        _terms.Add(observation);
        var t = _terms.Count - 1;
        var row = RowOf(t);
        _terms.Write(row);
        market.Write(row[_terms.Width..]);
        for (var k = 0; k < _regressions.Length; k++)
        {
            var horizon = _anchors[k];
            if (t - horizon >= _terms.Warmup - 1 && HasMarket(RowOf(t - horizon)))
            {
                _regressions[k].Add(RowOf(t - horizon), Math.Log(_terms.MeanVariance(horizon)));
            }
        }
    }

    /// <summary>The sums of one anchor.</summary>
    public HarRegression Regression(int anchor) => _regressions[anchor];

    /// <summary>Forecasts from the newest bar; NaN without a source.</summary>
    public void Forecast(Span<double> variances)
    {
        if (Source != PanelSource.Pooled)
        {
            _own.Forecast(variances);
            return;
        }

        var row = RowOf(_terms.Count - 1);
        for (var k = 0; k < _anchored.Length; k++)
        {
            _anchored[k] = _regressions[k].Forecast(row);
        }

        _anchors.Spread(_anchored, variances);
    }

    private static bool HasMarket(ReadOnlySpan<double> row) => !double.IsNaN(row[^1]);

    private Span<double> RowOf(int t) => _rows.AsSpan(t % (_anchors.Farthest + 1) * _width, _width);
}
