namespace AraWeb.Engine.Models.Linear;

/// <summary>How a fit ended.</summary>
public enum LinearFitStatus
{
    /// <summary>Solved directly, or the duality gap is within its tolerance.</summary>
    Converged = 0,

    /// <summary>The sweeps allowed were used up; the gap says how far the minimum may be.</summary>
    IterationLimit = 1,
}
