namespace AraWeb.Engine.Calibration;

/// <summary>How quantiles adapt.</summary>
/// <param name="Window">Past standardised residuals that the quantiles are read from.</param>
/// <param name="Rate">Step by which a level moves after each outcome: gamma of Gibbs and Candes (2021).</param>
/// <param name="PriorSize">Residuals of a Student t with five degrees of freedom that stand in until real ones have come.</param>
public sealed record ConformalSettings(int Window, double Rate, int PriorSize)
{
    /// <summary>Ten years of daily bars. Gibbs and Candes (2021) have gamma 0.005; docs/benchmarks.md has what other rates gave.</summary>
    public static ConformalSettings Default { get; } = new(2500, 0.007, 50);
}
