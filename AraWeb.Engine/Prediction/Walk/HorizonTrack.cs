namespace AraWeb.Engine.Prediction.Walk;

/// <summary>One horizon of a walk: the forecasts that are still open, and how the bands of the settled ones did.</summary>
internal sealed class HorizonTrack
{
    private const int NotIssued = -1;

    private readonly int[] _issuedAt;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _degrees;
    private readonly double[] _scales;
    private readonly Core.RegimeType?[] _regimes;
    private readonly double[] _quantiles;
    private readonly int[] _inside = new int[Core.Quantiles.MedianIndex];
    private readonly int _horizon;
    private int _newest;
    private int _settled;

    public HorizonTrack(int horizon)
    {
        _horizon = horizon;
        _issuedAt = new int[horizon + 1];
        Array.Fill(_issuedAt, NotIssued);
        _means = new double[horizon + 1];
        _deviations = new double[horizon + 1];
        _degrees = new double[horizon + 1];
        _scales = new double[horizon + 1];
        _regimes = new Core.RegimeType?[horizon + 1];
        _quantiles = new double[(horizon + 1) * Width];
    }

    /// <summary>The forecast issued last.</summary>
    public IssuedForecast Newest => At(_newest);

    /// <summary>The return that was settled last, in forecast standard deviations; NaN before the first.</summary>
    public double NewestStandardizedReturn { get; private set; } = double.NaN;

    public HindcastCoverage Coverage
    {
        get
        {
            double Share(int band) => _settled == 0 ? double.NaN : (double)_inside[band] / _settled;
            return new HindcastCoverage(_settled, Share(3), Share(2), Share(1), Share(0));
        }
    }

    private static int Width => Core.Quantiles.Levels.Length;

    /// <summary>Issues a forecast at bar <paramref name="t"/>.</summary>
    /// <param name="t">Index of the bar.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    /// <param name="mean">Expected log return.</param>
    /// <param name="deviation">Forecast deviation.</param>
    /// <param name="shape">The distribution in forecast deviations around the mean.</param>
    public void Issue(int t, Core.RegimeType? regime, double mean, double deviation, in StandardShape shape)
    {
        _newest = t % _issuedAt.Length;
        _issuedAt[_newest] = t;
        _regimes[_newest] = regime;
        _means[_newest] = mean;
        _deviations[_newest] = deviation;
        _degrees[_newest] = shape.Degrees;
        _scales[_newest] = shape.Scale * deviation;
        var quantiles = _quantiles.AsSpan(_newest * Width, Width);
        for (var i = 0; i < quantiles.Length; i++)
        {
            quantiles[i] = mean + (deviation * shape.Quantiles[i]);
        }
    }

    /// <summary>Settles the forecast that was issued at bar <paramref name="issuedAt"/>, if there was one.</summary>
    /// <param name="issuedAt">Index of its bar.</param>
    /// <param name="outcome">Log return that came.</param>
    /// <param name="anchor">Learns from it; null between the anchors.</param>
    /// <param name="observer">Told of it; may be null.</param>
    public void Settle(int issuedAt, double outcome, AnchorTrack? anchor, IWalkObserver? observer)
    {
        var slot = issuedAt % _issuedAt.Length;
        if (_issuedAt[slot] != issuedAt)
        {
            NewestStandardizedReturn = double.NaN;
            return;
        }

        var forecast = At(slot);
        for (var band = 0; band < _inside.Length; band++)
        {
            if (outcome >= forecast.Quantiles[band] && outcome <= forecast.Quantiles[^(band + 1)])
            {
                _inside[band]++;
            }
        }

        _settled++;
        NewestStandardizedReturn = outcome / forecast.Volatility;
        anchor?.Settle(forecast, outcome);
        observer?.OnOutcome(issuedAt, _horizon, forecast, outcome);
    }

    private IssuedForecast At(int slot) =>
        new(_means[slot], _deviations[slot], _quantiles.AsSpan(slot * Width, Width)) {
            Regime = _regimes[slot],
            Degrees = _degrees[slot],
            Scale = _scales[slot],
        };
}
