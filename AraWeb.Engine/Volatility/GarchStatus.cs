namespace AraWeb.Engine.Volatility;

/// <summary>How a maximum-likelihood fit of a GARCH model ended.</summary>
public enum GarchStatus
{
    /// <summary>The gradient vanished inside the bounds.</summary>
    Converged,

    /// <summary>A parameter rests on its bound: shocks that never fade, no reaction to returns, or tails as fat or as thin as is allowed.</summary>
    AtBound,

    /// <summary>Out of iterations; the parameters are the best found.</summary>
    IterationLimit,

    /// <summary>The returns hardly vary, so there is nothing to fit.</summary>
    NoVariation,
}
