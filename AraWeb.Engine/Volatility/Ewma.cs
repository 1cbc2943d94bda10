namespace AraWeb.Engine.Volatility;

/// <summary>
/// Exponentially weighted variance, the same forecast for every horizon. RiskMetrics (1996): decay 0.94 on daily data.
/// </summary>
public sealed class Ewma : IVolatilityModel
{
    /// <summary>RiskMetrics' decay for daily data.</summary>
    public const double RiskMetricsDecay = 0.94;

    /// <summary>Observations whose plain average starts the recursion.</summary>
    private const int StartUp = 20;

    private readonly double _decay;
    private readonly bool _usesRange;
    private double _variance;
    private int _count;

    /// <summary>Makes a model.</summary>
    /// <param name="decay">Weight of the past, between 0 and 1.</param>
    /// <param name="usesRange">True to feed it the range-based variance, false for the squared return.</param>
    public Ewma(double decay, bool usesRange)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(decay);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(decay, 1);
        _decay = decay;
        _usesRange = usesRange;
    }

    /// <inheritdoc/>
    public string Id => _usesRange ? "ewma_range" : "ewma";

    /// <inheritdoc/>
    public bool IsReady => _count >= StartUp;

    /// <inheritdoc/>
    public void Add(in VarianceObservation observation)
    {
        var value = _usesRange ? observation.Variance : observation.LogReturn * observation.LogReturn;
        _count++;
        var weight = _count <= StartUp ? 1.0 / _count : 1 - _decay;
        _variance += weight * (value - _variance);
    }

    /// <inheritdoc/>
    public void Forecast(Span<double> variances) => variances.Fill(IsReady && _variance > 0 ? _variance : double.NaN);
}
