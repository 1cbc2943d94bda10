namespace AraWeb.Engine.Prediction.Walk;

/// <summary>A distribution around its mean in units of the forecast deviation. The quantiles are valid only during the call that hands it out.</summary>
/// <param name="quantiles">[9] in the order of <see cref="Core.Quantiles.Levels"/>.</param>
/// <param name="degrees">Degrees of freedom of the Student t.</param>
/// <param name="scale">Its scale.</param>
internal readonly ref struct StandardShape(ReadOnlySpan<double> quantiles, double degrees, double scale)
{
    /// <summary>[9] quantiles.</summary>
    public ReadOnlySpan<double> Quantiles { get; } = quantiles;

    /// <summary>Degrees of freedom of the Student t.</summary>
    public double Degrees { get; } = degrees;

    /// <summary>Its scale.</summary>
    public double Scale { get; } = scale;
}
