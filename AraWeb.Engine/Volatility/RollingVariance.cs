using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Volatility;

/// <summary>The plain mean of the last squared returns, the same forecast for every horizon: the historical volatility cone.</summary>
public sealed class RollingVariance : IVolatilityModel
{
    private readonly double[] _squares;
    private int _count;

    /// <summary>Makes a model over <paramref name="window"/> bars.</summary>
    public RollingVariance(int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        _squares = new double[window];
        Id = $"rw{window}";
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public bool IsReady => _count >= _squares.Length;

    /// <inheritdoc/>
    public void Add(in VarianceObservation observation) =>
        _squares[_count++ % _squares.Length] = observation.LogReturn * observation.LogReturn;

    /// <inheritdoc/>
    public void Forecast(Span<double> variances)
    {
        var mean = SpanMath.Sum(_squares) / _squares.Length;
        variances.Fill(IsReady && mean > 0 ? mean : double.NaN);
    }
}
