namespace AraWeb.Engine.Models.Linear;

/// <summary>Solutions of one problem over many penalties.</summary>
internal interface ILinearPath
{
    /// <summary>Solves for each penalty.</summary>
    /// <param name="horizon">Number of the target.</param>
    /// <param name="penalties">[P] the largest first.</param>
    /// <param name="coefficients">[P * F] receives the coefficients on standardised columns.</param>
    /// <param name="cancellationToken">Looked at before each penalty.</param>
    void Solve(int horizon, ReadOnlySpan<double> penalties, Span<double> coefficients, CancellationToken cancellationToken);
}
