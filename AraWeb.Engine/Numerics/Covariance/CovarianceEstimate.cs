namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>
/// A covariance matrix: symmetric and positive semidefinite, per day (per step of the returns), not annualised. It may be singular: constant assets,
/// duplicates, fewer days than assets. <see cref="CovarianceDiagnosis"/> says so.
/// </summary>
/// <param name="Assets">Number of assets.</param>
/// <param name="Values">[Assets * Assets] row-major.</param>
/// <param name="Days">Days that the least observed pair of assets shares.</param>
/// <param name="Shrinkage">Weight of the target that the sample was shrunk to, 0 to 1; 0 without shrinkage.</param>
/// <param name="Repair">How the matrix was made positive semidefinite; null where it was so by construction.</param>
internal sealed record CovarianceEstimate(int Assets, double[] Values, int Days, double Shrinkage, CorrelationRepair? Repair)
{
    /// <summary>Covariance of two assets.</summary>
    public double this[int i, int j] => Values[(i * Assets) + j];

    /// <summary>[Assets] standard deviations.</summary>
    public double[] Deviations() => Correlation.Deviations(Values, Assets);

    /// <summary>[Assets * Assets] correlations; an asset without variance has none with the others.</summary>
    public double[] Correlations() => Correlation.FromCovariance(Values, Assets);

    /// <summary>The same correlations with other standard deviations, for example from a model of volatility.</summary>
    /// <param name="deviations">[Assets] not negative.</param>
    public CovarianceEstimate WithDeviations(ReadOnlySpan<double> deviations) =>
        this with { Values = Correlation.ToCovariance(Correlations(), deviations) };
}
