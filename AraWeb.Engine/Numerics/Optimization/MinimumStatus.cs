namespace AraWeb.Engine.Numerics.Optimization;

/// <summary>How a minimisation ended.</summary>
public enum MinimumStatus
{
    /// <summary>The gradient is as small as asked for.</summary>
    Converged,

    /// <summary>No step along the direction makes the value smaller: as near as the precision of numbers allows.</summary>
    Stalled,

    /// <summary>The number of iterations was used up.</summary>
    IterationLimit,
}
