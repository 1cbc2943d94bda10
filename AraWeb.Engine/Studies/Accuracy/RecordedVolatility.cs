using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// Gives again, bar by bar, forecasts that were made beforehand on the same bars: a panel learns date by date, a trial runs symbol by symbol.
/// </summary>
/// <param name="anchors">Horizons at which there are forecasts.</param>
/// <param name="rows">Per bar, [K] forecasts at the anchors; NaN where there were none.</param>
internal sealed class RecordedVolatility(HorizonAnchors anchors, IReadOnlyList<double[]> rows) : IVolatilityModel
{
    private int _count;

    /// <inheritdoc/>
    public string Id => "recorded";

    /// <inheritdoc/>
    public bool IsReady => _count > 0 && !double.IsNaN(rows[_count - 1][^1]);

    /// <inheritdoc/>
    public void Add(in VarianceObservation observation) => _count++;

    /// <inheritdoc/>
    public void Forecast(Span<double> variances)
    {
        if (IsReady)
        {
            anchors.Spread(rows[_count - 1], variances);
            return;
        }

        variances.Fill(double.NaN);
    }
}
