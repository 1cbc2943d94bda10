namespace AraWeb.Engine.Calibration;

/// <summary>How quantiles adapt.</summary>
/// <param name="Window">Past standardised residuals that the quantiles are read from.</param>
/// <param name="Rate">Step by which a level moves after each outcome: gamma of Gibbs and Candes (2021).</param>
/// <param name="Shared">Share of a step that the levels of the other regimes take too, 0 to 1: one keeps all regimes at one level.</param>
/// <param name="PriorSize">Residuals of a Student t with five degrees of freedom that stand in until real ones have come.</param>
public sealed record ConformalSettings(int Window, double Rate, double Shared, int PriorSize)
{
    /// <summary>Ten years of daily bars. Gibbs and Candes (2021) have gamma 0.005; docs/benchmarks.md has what other rates gave.</summary>
    public static ConformalSettings Default { get; } = new(2500, 0.007, 0.75, 50);
}
