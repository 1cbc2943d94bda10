namespace AraWeb.Engine.Regime;

/// <summary>How a fit ended.</summary>
public enum FitStatus
{
    /// <summary>The last step gained less than the tolerance.</summary>
    Converged,

    /// <summary>The steps allowed were used up before that; the result is the best so far.</summary>
    IterationLimit,

    /// <summary>The data do not carry the states asked for: the result has fewer.</summary>
    Collapsed,
}
