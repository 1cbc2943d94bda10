namespace AraWeb.Engine.Volatility;

/// <summary>
/// A model of variance that takes one bar after the other, so it cannot see ahead. Between two bars it can be asked for any horizon.
/// Not safe for several threads at once.
/// </summary>
public interface IVolatilityModel
{
    /// <summary>Stable lower-case id, for example <c>har</c>.</summary>
    string Id { get; }

    /// <summary>False while too few bars have come; <see cref="Forecast"/> then gives NaN.</summary>
    bool IsReady { get; }

    /// <summary>Takes the next finished bar.</summary>
    void Add(in VarianceObservation observation);

    /// <summary>Forecasts from the bars so far.</summary>
    /// <param name="variances">[H] receives at h - 1 the mean variance per bar over the next h bars; not annualised.</param>
    void Forecast(Span<double> variances);
}
