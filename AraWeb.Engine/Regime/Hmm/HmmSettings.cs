namespace AraWeb.Engine.Regime.Hmm;

/// <summary>How a hidden Markov model is fitted.</summary>
/// <param name="States">States wanted, at least 1.</param>
public sealed record HmmSettings(int States)
{
    /// <summary>
    /// Of Student-t emissions; <see cref="double.PositiveInfinity"/> for Gaussian ones. Five is what daily returns show (anything from 3 to 6; Blattberg
    /// and Gonedes 1974, Hansen 1994).
    /// </summary>
    public double DegreesOfFreedom { get; init; } = 5;

    /// <summary>True to estimate the degrees of freedom, one number for all states, starting from <see cref="DegreesOfFreedom"/>.</summary>
    public bool EstimatesDegreesOfFreedom { get; init; }

    /// <summary>
    /// Transitions from each state to itself that are thought to have been seen before the data: a Dirichlet prior with 1 + this on the diagonal (Fox et
    /// al. 2011, "sticky"). Zero for maximum likelihood.
    /// </summary>
    public double StickyCount { get; init; } = 50;

    /// <summary>Starting points: the first orders rows by volatility, the others are seeded k-means++. At least 1.</summary>
    public int Starts { get; init; } = 5;

    /// <summary>Most steps from each starting point.</summary>
    public int MaxIterations { get; init; } = 200;

    /// <summary>The fit ends when a step gains less log-likelihood (with the prior) than this, in nats.</summary>
    public double Tolerance { get; init; } = 1e-2;

    /// <summary>Seeds the starting points.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Guards the edge of the fitters.</summary>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    internal static void Check(HmmSettings settings)
    {
        var isFine = settings is { States: >= 1, DegreesOfFreedom: > 0, StickyCount: >= 0, Starts: >= 1, MaxIterations: >= 0, Tolerance: >= 0 };
        if (!isFine)
        {
            throw new ArgumentException($"These settings cannot be used: {settings}.", nameof(settings));
        }
    }
}
