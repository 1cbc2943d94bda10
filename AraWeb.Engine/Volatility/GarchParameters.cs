namespace AraWeb.Engine.Volatility;

/// <summary>
/// Parameters of a GARCH(1,1) with Student-t innovations (Bollerslev 1987): s2(t) = Omega + Alpha r2(t-1) + Beta s2(t-1), r = s z, z a t with Degrees
/// degrees of freedom scaled to unit variance.
/// </summary>
/// <param name="Omega">Constant, in squared log returns per bar; positive.</param>
/// <param name="Alpha">Weight of the last squared return; not negative.</param>
/// <param name="Beta">Weight of the last variance; not negative.</param>
/// <param name="Degrees">Degrees of freedom, above 2.</param>
public readonly record struct GarchParameters(double Omega, double Alpha, double Beta, double Degrees)
{
    /// <summary>Share of a shock that is left after one bar.</summary>
    public double Persistence => Alpha + Beta;

    /// <summary>Variance per bar that forecasts return to.</summary>
    public double LongRunVariance => Omega / (1 - Persistence);
}
